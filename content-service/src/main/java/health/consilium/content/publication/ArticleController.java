package health.consilium.content.publication;

import health.consilium.content.page.Link;
import health.consilium.content.page.Resolver;
import health.consilium.content.publication.PublishedArticles.Published;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.web.EntityTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1/articles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Articles")
class ArticleController {

    private final PublishedArticles published;
    private final ArticleLists lists;
    private final Resolver resolver;
    private final JsonMapper json;

    ArticleController(PublishedArticles published, ArticleLists lists, Resolver resolver, JsonMapper json) {
        this.published = published;
        this.lists = lists;
        this.resolver = resolver;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "List published articles")
    ResponseEntity<Page<ArticleSummary>> list(
            @ParameterObject @ModelAttribute ArticleFilter filter,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.list(filter, Limit.of(limit), cursor).response();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a published article")
    @ApiResponse(
            responseCode = "200",
            description = "The article",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleDocument.class)))
    @ApiResponse(responseCode = "304", description = "Not changed", content = @Content)
    ResponseEntity<byte[]> read(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        return answer(find(id), ifNoneMatch);
    }

    @GetMapping("/resolve")
    @Operation(summary = "Read the article at a uri or with an id; a uri it has left redirects")
    @ApiResponse(
            responseCode = "200",
            description = "The article",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ArticleDocument.class)))
    @ApiResponse(responseCode = "304", description = "Not changed", content = @Content)
    @ApiResponse(responseCode = "308", description = "It has moved", content = @Content)
    ResponseEntity<byte[]> resolve(
            @RequestParam String ref,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        var resolution = resolver.resolve(ref)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "Nothing has this uri or id."));
        Published article = find(resolution.address().id());
        if (resolution.moved()) {
            String uri = resolution.address().uri();
            String target = URLEncoder.encode(uri == null ? article.id() : uri, StandardCharsets.UTF_8);
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/api/v1/articles/resolve?ref=" + target))
                    .build();
        }
        return answer(article, ifNoneMatch);
    }

    @GetMapping("/{id}/children")
    @Operation(summary = "List the published pages right below a page, in their order")
    ResponseEntity<Page<ArticleSummary>> children(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.children(find(id), Limit.of(limit), cursor).response();
    }

    @GetMapping("/{id}/links")
    @Operation(summary = "List the links of a published article and what they lead to")
    Page<Link> links(@PathVariable String id) {
        var links = json.readTree(find(id).document()).get("links");
        return new Page<>(List.of(json.treeToValue(links, Link[].class)), null);
    }

    @GetMapping("/{id}/backlinks")
    @Operation(summary = "List the published articles that link to this one")
    ResponseEntity<Page<ArticleSummary>> backlinks(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return lists.backlinks(find(id), Limit.of(limit), cursor).response();
    }

    private Published find(String id) {
        Published article = published
                .find(id)
                .orElseThrow(() ->
                        new ProblemException(ProblemTypes.NOT_FOUND, "There is no published article with this id."));
        if (article.withdrawn()) {
            throw new ProblemException(ProblemTypes.GONE, "This article has been withdrawn.");
        }
        return article;
    }

    private static ResponseEntity<byte[]> answer(Published article, @Nullable String ifNoneMatch) {
        var tagged = EntityTags.matches(ifNoneMatch, article.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                : ResponseEntity.ok();
        tagged.eTag(EntityTags.of(article.version()))
                .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/articles/" + article.id())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return EntityTags.matches(ifNoneMatch, article.version())
                ? tagged.build()
                : tagged.contentType(MediaType.APPLICATION_JSON).body(article.document());
    }
}
