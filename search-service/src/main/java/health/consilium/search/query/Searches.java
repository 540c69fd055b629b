package health.consilium.search.query;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.FacetCount;
import health.consilium.search.index.SearchHits;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.index.SearchRequest;
import health.consilium.search.query.SearchCursors.Place;
import health.consilium.search.query.SearchResults.Freshness;
import health.consilium.search.query.SearchResults.Item;
import health.consilium.search.query.SearchResults.Total;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers one search. */
@Component
final class Searches {

    private final SearchIndex index;
    private final Planner planner;
    private final FeedProgress progress;
    private final Visibility visibility;
    private final SearchCursors cursors;
    private final Timer timer;

    Searches(
            SearchIndex index,
            Planner planner,
            FeedProgress progress,
            Visibility visibility,
            Cursors cursors,
            MeterRegistry registry) {
        this.index = index;
        this.planner = planner;
        this.progress = progress;
        this.visibility = visibility;
        this.cursors = new SearchCursors(cursors);
        this.timer = registry.timer("consilium.search.query");
    }

    SearchResults answer(SearchParameters parameters, Limit limit) {
        SearchCriteria criteria = SearchCriteria.of(parameters);
        Place place = cursors.place(parameters.cursor(), criteria);
        Boolean included = included(parameters.after());
        long started = System.nanoTime();
        Plan plan = plan(criteria, place);
        SearchHits hits = index.search(new SearchRequest(
                plan.wanted(),
                plan.dense(),
                criteria.filters(),
                criteria.order(),
                limit.value(),
                place.position(),
                criteria.facets(),
                included != null));
        List<Item> items = hits.hits().stream().map(Item::of).toList();
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        timer.record(took);
        return new SearchResults(
                items,
                new Total(hits.total(), hits.exact() ? "eq" : "gte"),
                facets(hits),
                plan.expandedTerms(),
                plan.didYouMean(),
                plan.mode().value(),
                freshness(),
                included,
                cursors.cursor(hits.next(), plan.mode(), criteria),
                took.toMillis());
    }

    /** Further pages of a list have to be found by the same as its first. */
    private Plan plan(SearchCriteria criteria, Place place) {
        Plan plan = planner.plan(criteria, place.mode());
        if (place.position() != null && plan.mode() != place.mode()) {
            throw new ProblemException(
                            ProblemTypes.UNAVAILABLE,
                            "The next page of this list can't be told right now. Try again in a second.")
                    .header(HttpHeaders.RETRY_AFTER, "1");
        }
        return plan;
    }

    private List<Freshness> freshness() {
        return progress.sources().stream()
                .map(source -> new Freshness(source.source(), source.lagMs()))
                .toList();
    }

    private static Map<String, List<FacetCount>> facets(SearchHits hits) {
        Map<String, List<FacetCount>> facets = new LinkedHashMap<>();
        hits.facets().forEach((facet, counts) -> facets.put(facet.name().toLowerCase(Locale.ROOT), counts));
        return facets;
    }

    private @Nullable Boolean included(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return null;
        }
        return visibility.await(token);
    }
}
