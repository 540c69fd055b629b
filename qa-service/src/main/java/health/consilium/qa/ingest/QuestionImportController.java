package health.consilium.qa.ingest;

import health.consilium.defaults.imports.ImportJob;
import health.consilium.defaults.imports.ImportJobs;
import health.consilium.defaults.imports.ImportUpload;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "question imports")
class QuestionImportController {

    private static final String PATH = "/api/v1/question-imports";

    private final ImportJobs jobs;

    QuestionImportController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping(
            path = PATH,
            consumes = {
                "application/x-ndjson",
                "application/ndjson",
                "application/json",
                "application/gzip",
                "application/zip",
                "application/x-tar",
                "application/octet-stream",
                "text/plain"
            })
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Import questions with their answers, one JSON object a line, in one file or in a zip or tar")
    @RequestBody(
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = QuestionLine.class)))
    ResponseEntity<ImportJob> submit(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        ImportJob job = jobs.submit(QuestionImport.FORMAT, ImportUpload.open(request.getInputStream(), true));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + job.id()))
                .body(job);
    }

    @GetMapping(PATH)
    @Operation(summary = "Imports, the newest first")
    ResponseEntity<Page<ImportJob>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(Limit.of(limit), cursor).response();
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "How far an import is, and what it rejected")
    ImportJob read(@PathVariable String id) {
        return jobs.find(id)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no import with this id."));
    }
}
