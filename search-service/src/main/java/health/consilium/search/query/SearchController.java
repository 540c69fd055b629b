package health.consilium.search.query;

import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.IndexStatus;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.vector.VectorProgress;
import health.consilium.search.vector.VectorStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search", description = "One ranked list over articles, questions and papers")
class SearchController {

    private final Searches searches;
    private final SearchIndex index;
    private final FeedProgress progress;
    private final VectorProgress vectors;

    SearchController(Searches searches, SearchIndex index, FeedProgress progress, VectorProgress vectors) {
        this.searches = searches;
        this.index = index;
        this.progress = progress;
        this.vectors = vectors;
    }

    @GetMapping
    @Operation(operationId = "search", summary = "Search, or browse newest first when nothing is typed")
    ResponseEntity<SearchResults> search(
            @ParameterObject @ModelAttribute SearchParameters parameters,
            @RequestParam(required = false)
                    @Parameter(description = "Items per page, 1 to 100; 20 unless told")
                    @Nullable
                    Integer limit) {
        SearchResults results = searches.answer(parameters, Limit.of(limit));
        return ResponseEntity.ok().headers(Page.linkTo(results.next(), "after")).body(results);
    }

    @GetMapping("/status")
    @Operation(operationId = "searchStatus", summary = "Documents, lag and offsets of the search index")
    SearchStatus status() {
        IndexStatus status = index.status();
        Map<String, Long> documents = new TreeMap<>();
        status.documents().forEach((type, count) -> documents.put(type.value(), count));
        return new SearchStatus(
                status.engine(),
                progress.isCaughtUp(),
                progress.isReachable(),
                documents,
                vectors(status),
                status.sizeBytes(),
                progress.sources(),
                status.lastCommit(),
                status.lastRefresh());
    }

    private SearchStatus.Vectors vectors(IndexStatus counted) {
        VectorStatus status = vectors.status();
        if (!index.findsByMeaning()) {
            return new SearchStatus.Vectors(status.model(), "unsupported", 0, null);
        }
        return new SearchStatus.Vectors(
                status.model(), status.state().value(), counted.withVectors(), status.backlog());
    }
}
