package health.consilium.content.ingest;

import health.consilium.defaults.imports.ImportJob;
import health.consilium.defaults.imports.ImportJobs;
import health.consilium.defaults.imports.ImportUpload;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportController {

    private final ImportJobs jobs;

    ImportController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping
    @Operation(summary = "Import one document, NDJSON, or a zip or tar of documents")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "202", description = "Accepted", useReturnTypeSchema = true)
    ResponseEntity<ImportJob> submit(
            @RequestParam String format,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            HttpServletRequest request)
            throws IOException {
        ImportJob job = jobs.submit(format, ImportUpload.open(request.getInputStream(), isLines(contentType)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(job);
    }

    @GetMapping
    @Operation(summary = "List imports, newest first")
    ResponseEntity<Page<ImportJob>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(Limit.of(limit), cursor).response();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an import's progress, counts and rejected records")
    ImportJob read(@PathVariable String id) {
        return jobs.find(id)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no import with this id."));
    }

    private static boolean isLines(@Nullable String contentType) {
        return contentType != null && contentType.contains("ndjson");
    }
}
