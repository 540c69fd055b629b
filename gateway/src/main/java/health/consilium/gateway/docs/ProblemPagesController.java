package health.consilium.gateway.docs;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_HTML_VALUE;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the pages that the {@code type} of a problem points at, as HTML or, when asked for, JSON. */
@RestController
class ProblemPagesController {

    private static final CacheControl CACHE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final ProblemPages pages;

    ProblemPagesController(ProblemPages pages) {
        this.pages = pages;
    }

    @GetMapping(
            path = {"/problems", "/api/v1/problems"},
            produces = {TEXT_HTML_VALUE, APPLICATION_JSON_VALUE})
    ResponseEntity<Index> index() {
        return page(new Index(pages.all()));
    }

    @GetMapping(
            path = {"/problems/{slug}", "/api/v1/problems/{slug}"},
            produces = {TEXT_HTML_VALUE, APPLICATION_JSON_VALUE})
    ResponseEntity<ProblemPage> problem(@PathVariable String slug) {
        return page(pages.find(slug)
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no such type of problem.")));
    }

    private static <T> ResponseEntity<T> page(T body) {
        return ResponseEntity.ok()
                .cacheControl(CACHE)
                .varyBy("Accept")
                .header("Content-Security-Policy", PageHtml.CONTENT_SECURITY_POLICY)
                .body(body);
    }

    record Index(List<ProblemPage> items) {}
}
