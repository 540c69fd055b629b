package health.consilium.defaults.notes;

import health.consilium.defaults.notes.Notes.Note;
import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.security.Caller;
import health.consilium.defaults.web.ChangeToken;
import health.consilium.defaults.web.EntityTags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
class NoteController {

    private final Notes notes;
    private final Cursors cursors;
    private final Gate gate;

    NoteController(Notes notes, Cursors cursors, Gate gate) {
        this.notes = notes;
        this.cursors = cursors;
        this.gate = gate;
    }

    @PostMapping("/api/v1/notes")
    ResponseEntity<Note> create(@Valid @RequestBody Draft draft) {
        try {
            return created(notes.add(draft.title()));
        } catch (DuplicateKeyException duplicate) {
            throw new ProblemException(ProblemTypes.CONFLICT, "There is a note with this title.");
        }
    }

    @PostMapping("/api/v1/notes/held")
    ResponseEntity<Note> createWhenLet(@Valid @RequestBody Draft draft) {
        gate.pass();
        return created(notes.add(draft.title()));
    }

    @PostMapping("/api/v1/notes/refused")
    ResponseEntity<Note> refuse(@Valid @RequestBody Draft draft) {
        return created(notes.addAndFail(draft.title()));
    }

    @PostMapping("/api/v1/notes/believed")
    ResponseEntity<Note> believe(@Valid @RequestBody Draft draft) {
        try {
            return created(notes.addAndFail(draft.title()));
        } catch (ProblemException ignored) {
            return created(new Note(draft.title(), 1));
        }
    }

    @PostMapping("/api/v1/notes/lines")
    int lines(@RequestBody List<@Valid Line> lines) {
        return lines.size();
    }

    @GetMapping("/api/v1/notes")
    ResponseEntity<Page<Note>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit most = Limit.of(limit);
        String after =
                cursor == null ? null : cursors.decode("notes", cursor, 1).getFirst();
        return Page.of(
                        notes.after(after, most.value() + 1),
                        most,
                        last -> cursors.encode("notes", List.of(last.title())))
                .response();
    }

    @GetMapping("/api/v1/notes/{title}")
    ResponseEntity<Note> read(@PathVariable String title) {
        Note note = notes.read(title);
        return ResponseEntity.ok().eTag(EntityTags.of(note.version())).body(note);
    }

    @PutMapping("/api/v1/notes/{title}")
    ResponseEntity<Note> change(
            @PathVariable String title, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        EntityTags.requireCurrent(ifMatch, notes.read(title).version());
        Note note = notes.change(title);
        return ResponseEntity.ok().eTag(EntityTags.of(note.version())).body(note);
    }

    @GetMapping("/api/v1/me")
    Caller me(Caller caller) {
        return caller;
    }

    private static ResponseEntity<Note> created(Note note) {
        return ResponseEntity.created(
                        UriComponentsBuilder.fromPath("/api/v1/notes/{title}").build(note.title()))
                .eTag(EntityTags.of(note.version()))
                .header(ChangeToken.HEADER, new ChangeToken("note", note.title(), note.version()).encode())
                .body(note);
    }

    record Draft(
            @NotBlank @Size(max = 40) String title,
            @Nullable Integer weight,
            @Nullable List<@Valid Line> lines) {}

    record Line(@NotBlank String text) {}
}
