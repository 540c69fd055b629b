package health.consilium.qa.ingest;

import static java.util.stream.Collectors.toMap;

import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import health.consilium.qa.doctor.Doctor;
import health.consilium.qa.doctor.Doctors;
import health.consilium.qa.question.ImportStamp;
import health.consilium.qa.topic.Topic;
import health.consilium.qa.topic.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private volatile Batch batch = new Batch(Map.of(), Map.of(), Map.of(), Set.of());

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

    /** Adds the new lines of the batch together; the others wait for their turn. */
    @Override
    public void prepare(List<ImportRecord> records) {
        Map<Integer, ParsedLine> parsed = parse(records);
        Map<String, Doctor> mentioned = doctors(parsed.values());
        Map<String, Topic> known = topics(parsed.values());
        Map<ImportStamp.Key, ImportStamp> before = questions.known(parsed.values());
        Map<ImportStamp.Key, Integer> added = new LinkedHashMap<>();
        parsed.forEach((number, line) -> {
            if (!before.containsKey(line.stamp().key())) {
                added.putIfAbsent(line.stamp().key(), number);
            }
        });
        questions.add(added.values().stream().map(parsed::get).toList(), known, mentioned);
        batch = new Batch(parsed, mentioned, before, Set.copyOf(added.values()));
    }

    @Override
    public Outcome handle(ImportRecord record) {
        Batch current = batch;
        ParsedLine line = current.lines().get(record.number());
        if (line == null) {
            line = lines.parse(record.content());
        }
        if (current.added().contains(record.number())) {
            return Outcome.CREATED;
        }
        ImportStamp before = current.known().get(line.stamp().key());
        return before != null && before.matches(line.stamp())
                ? Outcome.UNCHANGED
                : questions.update(line, current.doctors());
    }

    private Map<Integer, ParsedLine> parse(List<ImportRecord> records) {
        Map<Integer, ParsedLine> parsed = new TreeMap<>();
        for (ImportRecord record : records) {
            try {
                parsed.put(record.number(), lines.parse(record.content()));
            } catch (Rejected later) {
                // the record says so itself when its turn comes
            }
        }
        return parsed;
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
                : topics.registerApart(merged.values()).stream().collect(toMap(Topic::id, topic -> topic));
    }

    /** A batch: what its lines say, whom they mention, what was known before and what was added. */
    private record Batch(
            Map<Integer, ParsedLine> lines,
            Map<String, Doctor> doctors,
            Map<ImportStamp.Key, ImportStamp> known,
            Set<Integer> added) {}
}
