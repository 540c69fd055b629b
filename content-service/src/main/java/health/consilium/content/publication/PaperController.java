package health.consilium.content.publication;

import health.consilium.content.publication.PublishedPapers.Published;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1/papers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Papers")
class PaperController {

    private final PublishedPapers published;
    private final JsonMapper json;

    PaperController(PublishedPapers published, JsonMapper json) {
        this.published = published;
        this.json = json;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a paper")
    @ApiResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaperDocument.class)))
    ResponseEntity<byte[]> read(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        Published paper = published
                .find(id)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no paper with this id."));
        String tag = EntityTags.of(paper.version());
        return EntityTags.matches(ifNoneMatch, paper.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(paper.document());
    }

    @GetMapping
    @Operation(summary = "List papers by DOI, author, journal or year")
    ResponseEntity<Page<PaperDocument>> list(
            @RequestParam(required = false) @Nullable String doi,
            @RequestParam(required = false) @Nullable String author,
            @RequestParam(required = false) @Nullable String journal,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<Published> page = published.list(doi, author, journal, year, Limit.of(limit), cursor);
        var items = page.items().stream()
                .map(paper -> json.readValue(paper.document(), PaperDocument.class))
                .toList();
        return new Page<>(items, page.next()).response();
    }
}
