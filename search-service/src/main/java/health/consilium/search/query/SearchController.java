package health.consilium.search.query;

import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.IndexStatus;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.query.SearchResults.Item;
import health.consilium.search.rebuild.OwnRebuild;
import health.consilium.search.vector.VectorProgress;
import health.consilium.search.vector.VectorStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final OwnRebuild rebuild;
    private final Similar similar;

    SearchController(
            Searches searches,
            SearchIndex index,
            FeedProgress progress,
            VectorProgress vectors,
            OwnRebuild rebuild,
            Similar similar) {
        this.searches = searches;
        this.index = index;
        this.progress = progress;
        this.vectors = vectors;
        this.rebuild = rebuild;
        this.similar = similar;
    }

    @GetMapping
    @Operation(operationId = "search", summary = "Search, or browse newest first when nothing is typed")
    ResponseEntity<SearchResults> search(
            @ParameterObject SearchParameters parameters,
            @RequestParam(required = false)
                    @Parameter(description = "Items per page, 1 to 100; 20 unless told")
                    @Nullable
                    Integer limit) {
        SearchResults results = searches.answer(parameters, Limit.of(limit));
        return ResponseEntity.ok().headers(Page.linkTo(results.next(), "after")).body(results);
    }

    @GetMapping("/similar")
    @Operation(operationId = "searchSimilar", summary = "What is like a document, of any type, best first")
    SimilarDocuments similar(
            @RequestParam @Parameter(description = "The document's type: article, paper, question") String type,
            @RequestParam @Parameter(description = "The document's id") String id,
            @RequestParam(required = false)
                    @Parameter(description = "What to find: article, paper, question; all unless told")
                    @Nullable
                    List<String> find,
            @RequestParam(required = false) @Parameter(description = "1 to 100; 20 unless told") @Nullable
                    Integer limit) {
        Set<DocumentType> types = SearchCriteria.types("type", List.of(type));
        DocumentKey key = new DocumentKey(SearchCriteria.single("type", types), id);
        return new SimilarDocuments(
                similar
                        .to(
                                key,
                                SearchCriteria.types("find", find),
                                Limit.of(limit).value())
                        .stream()
                        .map(Item::of)
                        .toList());
    }

    record SimilarDocuments(List<Item> items) {}

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
                rebuild.progress().map(SearchStatus.Rebuilding::of).orElse(null),
                status.sizeBytes(),
                progress.sources(),
                status.lastCommit(),
                status.lastRefresh());
    }

    private SearchStatus.Vectors vectors(IndexStatus counted) {
        VectorStatus status = vectors.status();
        if (!index.findsByMeaning()) {
            boolean outdated = rebuild.hasOtherVectors();
            return new SearchStatus.Vectors(status.model(), outdated ? "outdated" : "unsupported", 0, null);
        }
        return new SearchStatus.Vectors(
                status.model(), status.state().value(), counted.withVectors(), status.backlog());
    }
}
