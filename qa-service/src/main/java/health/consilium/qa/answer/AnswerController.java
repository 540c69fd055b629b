package health.consilium.qa.answer;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import health.consilium.defaults.security.Caller;
import health.consilium.qa.question.QuestionHeaders;
import health.consilium.qa.question.Uuids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "answers")
class AnswerController {

    private final Answering answering;

    AnswerController(Answering answering) {
        this.answering = answering;
    }

    @PostMapping("/api/v1/questions" + Uuids.PATH + "/answers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Answer a public question of one of my specialties")
    ResponseEntity<AnswerView> answer(
            @PathVariable UUID id, @RequestBody @Valid AnswerText answer, @Parameter(hidden = true) Caller caller) {
        AnswerView given = answering.give(id, answer.text(), caller);
        return ResponseEntity.created(URI.create("/api/v1/questions/" + given.questionId()))
                .headers(QuestionHeaders.of(given.questionId(), given.version()))
                .body(given);
    }

    @PatchMapping("/api/v1/answers" + Uuids.PATH)
    @Operation(summary = "Correct my answer; If-Match takes the ETag of the answer or of its question")
    ResponseEntity<AnswerView> correct(
            @PathVariable UUID id,
            @RequestBody @Valid AnswerText answer,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Caller caller) {
        AnswerView corrected = answering.correct(id, answer.text(), ifMatch, caller);
        return ResponseEntity.ok()
                .headers(QuestionHeaders.of(corrected.questionId(), corrected.version()))
                .body(corrected);
    }

    /** The text of an answer. */
    record AnswerText(@NotNull @Size(min = 1, max = 20_000) String text) {}
}
