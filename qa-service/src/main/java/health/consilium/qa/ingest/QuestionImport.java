package health.consilium.qa.ingest;

import static java.util.stream.Collectors.toMap;

import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.doctor.Doctors;
import health.consilium.qa.topic.Topic;
import health.consilium.qa.topic.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Takes the lines of question imports; each batch registers its doctors and topics at once. */
@Component
class QuestionImport implements RecordHandler {

    static final String FORMAT = "question-ndjson";

    private final QuestionLines lines;
    private final ImportedQuestions questions;
    private final Doctors doctors;
    private final Topics topics;
    private volatile Batch batch = new Batch(Map.of(), Map.of(), Map.of());

    QuestionImport(QuestionLines lines, ImportedQuestions questions, Doctors doctors, Topics topics) {
        this.lines = lines;
        this.questions = questions;
        this.doctors = doctors;
        this.topics = topics;
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public void prepare(List<ImportRecord> records) {
        Map<Integer, ParsedLine> parsed = new HashMap<>();
        for (ImportRecord record : records) {
            try {
                parsed.put(record.number(), lines.parse(record.content()));
            } catch (Rejected later) {
                // the record says so itself when its turn comes
                continue;
            }
        }
        batch = new Batch(parsed, doctors(parsed.values()), topics(parsed.values()));
    }

    @Override
    public Outcome handle(ImportRecord record) {
        Batch current = batch;
        ParsedLine line = current.lines().get(record.number());
        if (line == null) {
            lines.parse(record.content());
            throw new IllegalStateException("a record was handled that was not prepared");
        }
        List<Topic> known = line.topics().stream()
                .map(topic -> current.topics().get(topic.id()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return questions.take(line, known, current.doctors());
    }

    private Map<String, Doctor> doctors(Collection<ParsedLine> parsed) {
        TreeMap<String, Set<String>> specialties = new TreeMap<>();
        parsed.forEach(line -> line.eachDoctor((name, theirs) ->
                specialties.computeIfAbsent(name, any -> new TreeSet<>()).addAll(theirs)));
        return specialties.isEmpty() ? Map.of() : doctors.named(specialties);
    }

    private Map<String, Topic> topics(Collection<ParsedLine> parsed) {
        Map<String, Topic> merged = new TreeMap<>();
        parsed.forEach(line -> line.topics().forEach(topic -> merged.merge(topic.id(), topic, Topic::with)));
        return merged.isEmpty()
                ? Map.of()
                : topics.register(merged.values()).stream().collect(toMap(Topic::id, topic -> topic));
    }

    /** What a batch's lines say, and whom and what they mention. */
    private record Batch(Map<Integer, ParsedLine> lines, Map<String, Doctor> doctors, Map<String, Topic> topics) {}
}
