package health.consilium.qa.publication;

import static org.springframework.http.HttpHeaders.IF_NONE_MATCH;

import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.web.EntityTags;
import health.consilium.qa.publication.PublishedQuestions.Document;
import health.consilium.qa.question.Uuids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "questions")
class PublishedQuestionController {

    private final PublishedQuestions questions;
    private final QuestionLists lists;

    PublishedQuestionController(PublishedQuestions questions, QuestionLists lists) {
        this.questions = questions;
        this.lists = lists;
    }

    @GetMapping(path = "/api/v1/questions" + Uuids.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A published question with its answers")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PublishedQuestion.class)))
    ResponseEntity<byte[]> read(
            @PathVariable UUID id,
            @RequestHeader(name = IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        Document document = questions.read(id);
        boolean known = EntityTags.matches(ifNoneMatch, document.version());
        var response = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(EntityTags.of(document.version()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return known
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).body(document.body());
    }

    @GetMapping("/api/v1/questions")
    @Operation(summary = "Published questions; topic and specialty by id or name, doctor by id")
    ResponseEntity<Page<QuestionSummary>> list(
            @RequestParam(required = false) @Nullable String specialty,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String doctor,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "newest") String sort,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Filter filter = Filter.of(specialty, topic, doctor, state);
        return lists.page(filter, Order.labelled(sort), Limit.of(limit), cursor).response();
    }
}
