package health.consilium.qa.doctor;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "doctors")
class DoctorController {

    private final Doctors doctors;
    private final AnswerCounts counts;
    private final Cursors cursors;

    DoctorController(Doctors doctors, AnswerCounts counts, Cursors cursors) {
        this.doctors = doctors;
        this.counts = counts;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/doctors")
    @Operation(summary = "The directory of doctors, by id")
    ResponseEntity<Page<DoctorEntry>> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit size = Limit.of(limit);
        String after =
                cursor == null ? "" : cursors.decode("doctors", cursor, 1).getFirst();
        List<DoctorEntry> entries = entries(doctors.after(after, size.value() + 1));
        return Page.of(entries, size, last -> cursors.encode("doctors", List.of(last.id())))
                .response();
    }

    @GetMapping("/api/v1/doctors/{id}")
    @Operation(summary = "One doctor of the directory")
    DoctorEntry read(@PathVariable String id) {
        return entries(doctors.find(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no doctor with this id."));
    }

    private List<DoctorEntry> entries(List<Doctor> found) {
        Map<String, Long> answers = counts.of(found.stream().map(Doctor::id).toList());
        return found.stream()
                .map(doctor -> new DoctorEntry(
                        doctor.id(),
                        doctor.name(),
                        doctor.specialties(),
                        answers.getOrDefault(doctor.id(), 0L),
                        doctor.version()))
                .toList();
    }

    /** A doctor with the number of their public answers. */
    record DoctorEntry(String id, String name, List<String> specialties, long answers, long version) {}
}
