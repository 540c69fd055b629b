package health.consilium.search.rebuild;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(RebuildController.PATH)
@Tag(name = "Search")
class RebuildController {

    static final String PATH = "/api/v1/search/rebuilds";
    private static final String LIST = "rebuilds";

    private final Rebuilds rebuilds;
    private final RebuildRequests requests;
    private final Cursors cursors;

    RebuildController(Rebuilds rebuilds, RebuildRequests requests, Cursors cursors) {
        this.rebuilds = rebuilds;
        this.requests = requests;
        this.cursors = cursors;
    }

    @PostMapping
    @Operation(
            operationId = "rebuildSearchIndex",
            summary = "Have the index rebuilt from the topics, beside the one in use",
            description = "Every replica that has an index of its own rebuilds it. Searches go on, and each replica"
                    + " changes to its new index in one step when that has everything the other has. 409 while a"
                    + " rebuild is waiting or running.")
    @ApiResponse(responseCode = "202", description = "It begins within seconds; Location tells how far it is")
    ResponseEntity<RebuildView> rebuild() {
        Rebuild rebuild = requests.ofAll();
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + rebuild.request().id()))
                .body(RebuildView.of(rebuild));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "searchRebuild", summary = "How far each replica is with a rebuild")
    RebuildView rebuild(@PathVariable UUID id) {
        return rebuilds.find(id).map(RebuildView::of).orElseThrow(RebuildController::unknown);
    }

    @GetMapping
    @Operation(operationId = "searchRebuilds", summary = "The last rebuilds, newest first")
    ResponseEntity<Page<RebuildView>> rebuilds(
            @RequestParam(required = false) @Parameter(description = "1 to 100; 20 unless told") @Nullable
                    Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit most = Limit.of(limit);
        List<RebuildView> fetched =
                after(cursor).limit(most.value() + 1L).map(RebuildView::of).toList();
        return Page.of(
                        fetched,
                        most,
                        last -> cursors.encode(LIST, List.of(last.id().toString())))
                .response();
    }

    private Stream<Rebuild> after(@Nullable String cursor) {
        Stream<Rebuild> all = rebuilds.newestFirst().stream();
        if (cursor == null || cursor.isBlank()) {
            return all;
        }
        String last = cursors.decode(LIST, cursor, 1).getFirst();
        return all.dropWhile(rebuild -> !rebuild.request().id().toString().equals(last))
                .skip(1);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemTypes.NOT_FOUND, "No rebuild of this id is remembered.");
    }
}
