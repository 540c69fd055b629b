package health.consilium.content.article.draft;

import health.consilium.content.article.Article;
import health.consilium.content.article.draft.Drafts.Saved;
import health.consilium.defaults.security.Caller;
import health.consilium.defaults.web.ChangeToken;
import health.consilium.defaults.web.EntityTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/articles")
@Tag(name = "Article drafts")
class DraftController {

    private final Drafts drafts;
    private final MergePatch mergePatch;

    DraftController(Drafts drafts, MergePatch mergePatch) {
        this.drafts = drafts;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    @Operation(summary = "Create an article as a draft")
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    ResponseEntity<DraftView> create(@Valid @RequestBody DraftRequest draft, Caller editor) {
        Saved saved = drafts.create(draft, editor.id());
        String path = "/api/v1/articles/" + saved.article().id() + "/draft";
        return ResponseEntity.created(URI.create(path))
                .headers(headers(saved.article()))
                .body(saved.view());
    }

    @GetMapping("/{id}/draft")
    @Operation(summary = "Read an article's draft")
    ResponseEntity<DraftView> read(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        DraftView view = drafts.read(id);
        String tag = EntityTags.of(view.version());
        return EntityTags.matches(ifNoneMatch, view.version())
                ? ResponseEntity.status(304).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(view);
    }

    @PutMapping("/{id}/draft")
    @Operation(summary = "Replace an article's draft")
    ResponseEntity<DraftView> replace(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftRequest draft,
            Caller editor) {
        return answer(drafts.save(id, ifMatch, current -> draft, editor.id()));
    }

    @PatchMapping(
            path = "/{id}/draft",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Operation(summary = "Change some fields of an article's draft (RFC 7396)")
    ResponseEntity<DraftView> patch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch,
            Caller editor) {
        return answer(drafts.save(id, ifMatch, current -> mergePatch.apply(current, patch), editor.id()));
    }

    private static ResponseEntity<DraftView> answer(Saved saved) {
        return ResponseEntity.ok().headers(headers(saved.article())).body(saved.view());
    }

    /** The tag of the draft as it now stands, reviews and schedule included, and the token of the change. */
    static HttpHeaders headers(Article article) {
        var headers = new HttpHeaders();
        headers.setETag(EntityTags.of(article.stateVersion()));
        headers.set(ChangeToken.HEADER, token(article).encode());
        return headers;
    }

    /** A draft is nothing a search could show, so the token asks for no more than what readers see already. */
    private static ChangeToken token(Article article) {
        Long visible = article.renderedVersion();
        return new ChangeToken("article", article.id(), visible == null ? 0 : visible);
    }
}
