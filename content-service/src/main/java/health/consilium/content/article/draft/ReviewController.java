package health.consilium.content.article.draft;

import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/articles/{id}/reviews")
@Tag(name = "Article drafts")
class ReviewController {

    @Schema(name = "ArticleReviewRequest")
    record ReviewRequest(
            @NotNull Decision decision,
            @Nullable @Size(max = 5000) String comment) {}

    private final Reviews reviews;

    ReviewController(Reviews reviews) {
        this.reviews = reviews;
    }

    @PostMapping
    @Operation(
            summary = "Approve a draft or ask for changes",
            description = "With If-Match, the review counts only for the draft that has this ETag: 412 if somebody has"
                    + " changed it since. Without, it is about the draft as it is now.")
    @ApiResponse(responseCode = "201", description = "Recorded", useReturnTypeSchema = true)
    ResponseEntity<Review> review(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReviewRequest request,
            Caller reviewer) {
        var recorded = reviews.record(id, ifMatch, request.decision(), request.comment(), reviewer.id());
        return ResponseEntity.status(HttpStatus.CREATED)
                .headers(DraftController.headers(recorded.article()))
                .body(recorded.review());
    }

    @GetMapping
    @Operation(summary = "List an article's reviews, newest first")
    ResponseEntity<Page<Review>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return reviews.list(id, Limit.of(limit), cursor).response();
    }
}
