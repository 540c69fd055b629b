package health.consilium.defaults.notes;

import health.consilium.defaults.imports.ImportJob;
import health.consilium.defaults.imports.ImportJobs;
import health.consilium.defaults.imports.ImportUpload;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private final ImportJobs jobs;

    ImportController(ImportJobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping
    ResponseEntity<ImportJob> submit(@RequestParam String format, HttpServletRequest request) throws IOException {
        ImportJob job = jobs.submit(format, ImportUpload.open(request.getInputStream(), true));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(job);
    }

    @GetMapping
    ResponseEntity<Page<ImportJob>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(Limit.of(limit), cursor).response();
    }

    @GetMapping("/{id}")
    ImportJob read(@PathVariable String id) {
        return jobs.find(id)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no such import."));
    }
}
