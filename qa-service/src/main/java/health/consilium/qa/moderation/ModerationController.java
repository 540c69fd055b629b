package health.consilium.qa.moderation;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.security.Caller;
import health.consilium.qa.question.QuestionHeaders;
import health.consilium.qa.question.QuestionView;
import health.consilium.qa.question.Questions;
import health.consilium.qa.question.Uuids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "moderation")
class ModerationController {

    private static final UUID FIRST = new UUID(0, 0);

    private final Moderation moderation;
    private final Questions questions;
    private final Cursors cursors;

    ModerationController(Moderation moderation, Questions questions, Cursors cursors) {
        this.moderation = moderation;
        this.questions = questions;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/moderation/queue")
    @Operation(summary = "Questions that wait for a moderator, the oldest first")
    ResponseEntity<Page<QuestionView>> queue(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit size = Limit.of(limit);
        UUID after = cursor == null
                ? FIRST
                : UUID.fromString(cursors.decode("moderation", cursor, 1).getFirst());
        List<QuestionView> waiting = questions.awaitingModeration(after, size.value() + 1).stream()
                .map(QuestionView::of)
                .toList();
        return Page.of(waiting, size, last -> cursors.encode("moderation", List.of(last.id())))
                .response();
    }

    @PostMapping("/api/v1/questions" + Uuids.PATH + "/moderation")
    @Operation(summary = "Publish, redact or reject a question; rejecting a public one withdraws it")
    ResponseEntity<QuestionView> decide(
            @PathVariable UUID id,
            @RequestBody @Valid Decision decision,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Caller caller) {
        QuestionView decided = moderation.decide(id, decision, ifMatch, caller.id());
        return ResponseEntity.ok()
                .headers(QuestionHeaders.of(decided.id(), decided.version()))
                .body(decided);
    }
}
