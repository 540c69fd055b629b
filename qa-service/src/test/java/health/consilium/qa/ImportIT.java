package health.consilium.qa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.qa.SentMessages.Sent;
import health.consilium.qa.doctor.Doctors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ImportIT extends RunningService {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Doctors doctors;

    @Test
    void publishesAnsweredQuestionsAtOnce() {
        JsonNode job = imported(line("p-1", "publishing", "Rare Diseases", "Published syndrome", "PS", "It is rare."));

        JsonNode question = published("p-1");
        assertThat(job.at("/counts/created").asInt()).isEqualTo(1);
        assertThat(question.path("externalId").asString()).isEqualTo("p-1");
        assertThat(question.path("specialty").asString()).isEqualTo("rare-diseases");
        assertThat(question.path("state").asString()).isEqualTo("answered");
        assertThat(question.at("/topics/0/id").asString()).isEqualTo("published-syndrome");
        assertThat(question.at("/topics/0/synonyms/0").asString()).isEqualTo("PS");
        assertThat(question.at("/answers/0/doctor/id").asString()).isEqualTo("dr-ada-lind");
        assertThat(question.at("/source/licence").asString()).isEqualTo("CC0-1.0");
        assertThat(Contract.violations(
                        "question.schema.json", question.toString().getBytes(UTF_8)))
                .isEmpty();
    }

    @Test
    void changesNothingWhenTheSameIsImportedAgain() {
        String line = line("s-1", "repeating", "oncology", "Repeated syndrome", "RS", "It repeats.");
        imported(line);
        JsonNode first = published("s-1");

        JsonNode job = imported(line);

        assertThat(job.at("/counts/unchanged").asInt()).isEqualTo(1);
        assertThat(published("s-1")).isEqualTo(first);
        assertThat(messages(first, 2, Duration.ofSeconds(2))).hasSize(1);
    }

    @Test
    void updatesAQuestionWhoseSourceChanged() {
        imported(line("u-1", "updating", "oncology", "Updated syndrome", "US", "Old answer."));
        JsonNode before = published("u-1");

        JsonNode job = imported(line("u-1", "updating", "oncology", "Updated syndrome", "US", "New answer."));

        JsonNode after = published("u-1");
        assertThat(job.at("/counts/updated").asInt()).isEqualTo(1);
        assertThat(after.path("id")).isEqualTo(before.path("id"));
        assertThat(after.path("version").asLong()).isEqualTo(2);
        assertThat(after.at("/answers/0/text").asString()).isEqualTo("New answer.");
        assertThat(after.at("/answers/0/revision").asInt()).isEqualTo(2);
    }

    @Test
    void importsALineWithoutIdOnce() {
        String line = """
                {"title":"Who has no id?","text":"I.","answers":[{"doctor":{"name":"Dr No"},"text":"You."}]}
                """;
        imported(line);

        assertThat(imported(line).at("/counts/unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void rejectsBadLinesAndTakesTheOthers() {
        JsonNode job = imported(line("r-1", "good", "oncology", "Good", "G", "Fine.")
                + "{\"title\":\"No text\"}\nnot json\n"
                + line("r-2", "also good", "oncology", "Good", "G", "Fine."));

        assertThat(job.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(job.at("/counts/rejected").asInt()).isEqualTo(2);
        assertThat(job.at("/rejected/0/record").asString()).isEqualTo("line 2");
        assertThat(job.at("/rejected/0/reason").asString()).contains("/text must have");
        assertThat(job.at("/rejected/1/reason").asString()).isEqualTo("is not a JSON object");
    }

    @Test
    void doesNotBringBackWhatWasWithdrawn() {
        imported(line("w-1", "withdrawing", "oncology", "Withdrawn", "W", "Fine."));
        JsonNode question = published("w-1");
        moderate(
                new Asked(java.util.UUID.fromString(question.path("id").asString()), 1),
                java.util.Map.of("action", "reject"));

        JsonNode job = imported(line("w-1", "withdrawing", "oncology", "Withdrawn", "W", "Other."));

        assertThat(job.at("/rejected/0/reason").asString()).contains("was withdrawn");
    }

    @Test
    void leavesWhatModeratorsDecidedAsItIs() {
        imported(line("m-1", "moderated", "oncology", "Moderated", "M", "Fine."));
        JsonNode question = published("m-1");
        moderate(
                new Asked(java.util.UUID.fromString(question.path("id").asString()), 1),
                java.util.Map.of("action", "redact", "specialty", "cardiology"));

        JsonNode job = imported(line("m-1", "moderated", "oncology", "Moderated", "M", "Other."));

        assertThat(job.at("/rejected/0/reason").asString()).contains("was redacted");
        assertThat(published("m-1").path("specialty").asString()).isEqualTo("cardiology");
    }

    @Test
    void showsADoctorsAnswersInTheOrderOfTheirSource() {
        imported(IntStream.range(0, 10).mapToObj("""
                        {"id":"o-%1$d","title":"Which comes first, %1$d?","text":"Tell me.","answers":[\
                        {"doctor":{"name":"Dr Una Holt"},"text":"First."},{"doctor":{"name":"Dr Una Holt"},"text":"Second."}]}
                        """::formatted).collect(Collectors.joining()));

        doctors.present("dr-una-holt", "Dr Una Holt-Marsh", List.of());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(IntStream.range(0, 10).mapToObj(n -> published("o-" + n)))
                        .allSatisfy(question -> {
                            assertThat(question.at("/answers/0/text").asString())
                                    .isEqualTo("First.");
                            assertThat(question.at("/answers/1/doctor/name").asString())
                                    .isEqualTo("Dr Una Holt-Marsh");
                        }));
    }

    @Test
    void bringsNewSynonymsToQuestionsPublishedBefore() {
        imported(line("y-1", "first", "oncology", "Shared topic", "first word", "Fine."));

        imported(line("y-2", "second", "oncology", "Shared topic", "second word", "Fine."));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                published("y-1").at("/topics/0/synonyms").toString())
                        .isEqualTo("[\"first word\",\"second word\"]"));
    }

    @Test
    void listsEveryQuestionOnceWhileOthersArrive() {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, 25)
                .forEach(n -> lines.append(line("l-" + n, "number " + n, "listing", "Lists", "L", "Fine.")));
        imported(lines.toString());
        List<String> seen = new ArrayList<>();

        String path = "/api/v1/questions?specialty=listing&sort=oldest&limit=10";
        for (int page = 0; page < 3; page++) {
            Reply reply = get("front-end", path);
            reply.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("externalId").asString()));
            imported(line("later-" + page, "later", "listing-other", "Lists", "L", "Fine."));
            path = "/api/v1/questions?specialty=listing&sort=oldest&limit=10&cursor="
                    + reply.json().path("next").asString();
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void findsQuestionsBySpecialtyTopicAndDoctor() {
        imported(line("f-1", "finding", "Finding Things", "0 Lost keys", "LK", "Look twice."));

        assertThat(externalIds("specialty=finding-things")).containsExactly("f-1");
        assertThat(externalIds("topic=0+Lost+keys")).containsExactly("f-1");
        assertThat(externalIds("doctor=dr-ada-lind&limit=100")).contains("f-1");
        assertThat(externalIds("doctor=%00")).isEmpty();
        assertThat(ids("/api/v1/specialties?limit=100")).contains("finding-things");
        assertThat(ids("/api/v1/topics?limit=100")).contains("0-lost-keys");
        assertThat(get("front-end", "/api/v1/doctors/dr-ada-lind")
                        .json()
                        .path("answers")
                        .asInt())
                .isPositive();
    }

    @Test
    void sendsADoctorsPublicRecord() {
        imported(line("d-1", "doctoring", "doctoring", "Doctors", "D", "Fine.").replace("Ada Lind", "Eve Marsh"));

        List<Sent> sent = SentMessages.await(brokers, "consilium.qa.doctor.state.v1", "dr-eve-marsh", 1);

        assertThat(sent).extracting(Sent::type).containsExactly("doctor.changed");
        assertThat(Contract.violations("doctor.schema.json", sent.getFirst().data()))
                .isEmpty();
        assertThat(JSON.readTree(sent.getFirst().text()).path("name").asString())
                .isEqualTo("Dr Eve Marsh");
    }

    private JsonNode imported(String lines) {
        Reply accepted = post("moderator", "/api/v1/question-imports", lines);
        assertThat(accepted.status()).as(new String(accepted.bytes(), UTF_8)).isEqualTo(202);
        String job = java.util.Objects.requireNonNull(accepted.header("Location"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        get("moderator", job).json().path("state").asString().equals("completed"));
        return get("moderator", job).json();
    }

    private static String line(String id, String name, String specialty, String topic, String synonym, String answer) {
        return """
            {"id":"%s","title":"What is %s?","text":"I was told I have it.","specialty":"%s",\
            "topics":[{"name":"%s","synonyms":["%s"]}],"askedOn":"%s",\
            "answers":[{"doctor":{"name":"Dr Ada Lind"},"text":"%s","repliedOn":"2020-02-01"}],\
            "source":{"name":"%s","url":"https://example.org/q","licence":"CC0-1.0"}}
            """.formatted(id, name, specialty, topic, synonym, "2020-01-15", answer, "Import tests");
    }

    private JsonNode published(String externalId) {
        String id = jdbc.sql("SELECT id FROM question WHERE external_id = :id")
                .param("id", externalId)
                .query(String.class)
                .single();
        return get("front-end", "/api/v1/questions/" + id).json();
    }

    private List<Sent> messages(JsonNode question, int count, Duration patience) {
        return SentMessages.await(
                brokers, "consilium.qa.question.state.v1", question.path("id").asString(), count, patience);
    }

    private List<String> externalIds(String query) {
        return items("/api/v1/questions?" + query, "externalId");
    }

    private List<String> ids(String path) {
        return items(path, "id");
    }

    private List<String> items(String path, String field) {
        return StreamSupport.stream(get("front-end", path).json().path("items").spliterator(), false)
                .map(item -> item.path(field).asString())
                .toList();
    }
}
