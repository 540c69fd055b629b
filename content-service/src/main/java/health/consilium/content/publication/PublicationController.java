package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.Moments;
import health.consilium.defaults.web.ChangeToken;
import health.consilium.defaults.web.EntityTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/articles/{id}")
@Tag(name = "Article publication")
class PublicationController {

    @Schema(name = "ArticlePublicationRequest")
    record PublicationRequest(
            @Nullable Instant publishAt, @Nullable Boolean allowMissingLinks) {}

    @Schema(name = "ArticlePublication")
    record PublicationView(
            String id,
            @Nullable String uri,

            @Schema(allowableValues = {"published", "scheduled", "draft"})
            String state,

            @Nullable Instant publishAt,
            @Nullable Instant publishedAt,
            @Nullable Long version) {

        static PublicationView of(Article article) {
            String state = article.publishAt() != null ? "scheduled" : (article.isLive() ? "published" : "draft");
            return new PublicationView(
                    article.id(),
                    article.uri(),
                    state,
                    article.publishAt(),
                    article.shown().publishedAt(),
                    article.renderedVersion());
        }
    }

    @Schema(name = "ArticleUriRequest")
    record UriRequest(@NotNull String uri) {}

    private final Publications publications;

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    @PutMapping("/publication")
    @Operation(
            summary = "Publish an approved draft, now or at a time",
            description = "If-Match takes the ETag of the draft or of the published article, and, while nothing is"
                    + " scheduled, the one the text was saved with. A scheduled publication is called off if links of"
                    + " it lead nowhere by then, unless allowMissingLinks was sent.")
    ResponseEntity<PublicationView> publish(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable PublicationRequest request) {
        Instant publishAt = request == null ? null : Moments.ordinary(request.publishAt(), "/publishAt");
        boolean allowMissingLinks = request != null && Boolean.TRUE.equals(request.allowMissingLinks());
        return answer(publications.publish(id, ifMatch, publishAt, allowMissingLinks));
    }

    @DeleteMapping("/publication")
    @Operation(summary = "Withdraw a published article, or call off the schedule of one that is not public yet")
    @ApiResponse(responseCode = "204", description = "Withdrawn or called off")
    ResponseEntity<Void> withdraw(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Article withdrawn = publications.withdraw(id, ifMatch);
        return ResponseEntity.noContent().headers(headers(withdrawn)).build();
    }

    @PutMapping("/uri")
    @Operation(summary = "Move a page and the pages below it; the old uris redirect")
    ResponseEntity<PublicationView> move(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UriRequest request) {
        return answer(publications.move(id, ifMatch, request.uri()));
    }

    private static ResponseEntity<PublicationView> answer(Article article) {
        return ResponseEntity.ok().headers(headers(article)).body(PublicationView.of(article));
    }

    private static HttpHeaders headers(Article article) {
        long visible = Objects.requireNonNullElse(article.renderedVersion(), 0L);
        var headers = new HttpHeaders();
        headers.setETag(EntityTags.of(Math.max(visible, article.stateVersion())));
        headers.set(ChangeToken.HEADER, new ChangeToken("article", article.id(), visible).encode());
        return headers;
    }
}
