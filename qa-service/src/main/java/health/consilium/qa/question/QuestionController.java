package health.consilium.qa.question;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "questions")
class QuestionController {

    /** Greater than every id, so a list from the newest starts there. */
    private static final UUID LAST = new UUID(-1, -1);

    private final Asking asking;
    private final Backgrounds backgrounds;
    private final Questions questions;
    private final Cursors cursors;

    QuestionController(Asking asking, Backgrounds backgrounds, Questions questions, Cursors cursors) {
        this.asking = asking;
        this.backgrounds = backgrounds;
        this.questions = questions;
        this.cursors = cursors;
    }

    @PostMapping("/api/v1/questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask; the question is public once a moderator published it")
    ResponseEntity<QuestionView> ask(
            @RequestBody @Valid NewQuestion question, @Parameter(hidden = true) Caller caller) {
        QuestionView asked = asking.ask(question, caller.id());
        return ResponseEntity.created(URI.create("/api/v1/questions/" + asked.id()))
                .headers(QuestionHeaders.of(asked.id(), asked.version()))
                .body(asked);
    }

    @GetMapping("/api/v1/me/questions")
    @Operation(summary = "My own questions in any state, the newest first")
    ResponseEntity<Page<QuestionView>> mine(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(hidden = true) Caller caller) {
        Limit size = Limit.of(limit);
        UUID before = cursor == null
                ? LAST
                : UUID.fromString(cursors.decode("mine", cursor, 1).getFirst());
        List<QuestionView> found = questions.askedBy(caller.id(), before, size.value() + 1).stream()
                .map(QuestionView::of)
                .toList();
        return Page.of(found, size, last -> cursors.encode("mine", List.of(last.id())))
                .response();
    }

    @PutMapping("/api/v1/questions" + Uuids.PATH + "/more-info")
    @Operation(summary = "Give or replace the background text; machine text is public once a doctor reviewed it")
    ResponseEntity<MoreInfo> moreInfo(
            @PathVariable UUID id,
            @RequestBody @Valid NewMoreInfo background,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) Caller caller) {
        Question changed = backgrounds.replace(id, background, ifMatch, caller);
        return ResponseEntity.ok()
                .headers(QuestionHeaders.of(id.toString(), changed.version()))
                .body(changed.moreInfo());
    }
}
