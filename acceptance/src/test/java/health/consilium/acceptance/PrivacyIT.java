package health.consilium.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.acceptance.api.Answer;
import health.consilium.acceptance.api.Consultation;
import health.consilium.acceptance.platform.Platform;
import health.consilium.acceptance.platform.RunningPlatform;
import health.consilium.acceptance.platform.Topic;
import health.consilium.acceptance.platform.User;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who asked, and what nobody has moderated, stays where it was entered. */
@RunningPlatform
@Order(6)
@TestInstance(Lifecycle.PER_CLASS)
class PrivacyIT {
    private static final String HANDLE = "quartzfinch";
    private static final String PUBLIC_WORD = "tumblewick";
    private static final String PRIVATE_WORD = "gloamspindle";
    private static final String PUBLIC_WORDS = PUBLIC_WORD + " dressing";
    private static final String PRIVATE_WORDS = PRIVATE_WORD + " rash";

    private final Platform platform;

    PrivacyIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void askTwiceAndPublishOne() {
        var consultation =
                new Consultation(platform.as(User.MEMBER), platform.as(User.MODERATOR), platform.as(User.DOCTOR));
        Answer published = consultation.published(question(PUBLIC_WORDS));
        consultation
                .answer(published.json().path("id").asString(), "Wait a day.")
                .expect(201);
        consultation.ask(question(PRIVATE_WORDS));
        consultation
                .member()
                .post("/questions", Map.of("title", PRIVATE_WORDS, "email", HANDLE + "@example.org"))
                .expect(400);
        platform.as(User.MEMBER)
                .get("/search?q=" + PRIVATE_WORDS.replace(' ', '+'))
                .expect(200);
    }

    @Test
    void logsNoAccountNoTokenAndNoWordOfAQuestion() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(HANDLE, PUBLIC_WORD, PRIVATE_WORD));
        for (User user : User.values()) {
            secrets.add(platform.accounts().claims(user).path("sub").asString());
            secrets.add(user + "@consilium.example");
            secrets.add(platform.accounts().token(user).replaceFirst("^.*\\.", ""));
        }

        List<String> told = new ArrayList<>();
        for (Path log : platform.logs()) {
            told.addAll(found(log, secrets));
        }

        assertThat(told).isEmpty();
    }

    @Test
    void sendsNoAccountAndNoUnmoderatedWordToKafka() {
        List<String> secrets = new ArrayList<>(List.of(PRIVATE_WORD, "member@consilium.example"));
        secrets.add(platform.accounts().claims(User.MEMBER).path("sub").asString());

        List<String> told = Topic.names(platform.kafka()).stream()
                .filter(name -> name.startsWith("consilium."))
                .flatMap(name -> told(name, secrets))
                .toList();

        assertThat(told).isEmpty();
    }

    private Stream<String> told(String topicName, List<String> secrets) {
        try (Topic topic = Topic.fromStart(platform.kafka(), topicName)) {
            return topic.readRaw().stream()
                    .flatMap(message ->
                            secrets.stream().filter(message::contains).map(secret -> topicName + ": " + secret));
        }
    }

    private static List<String> found(Path log, List<String> secrets) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        return secrets.stream()
                .filter(text::contains)
                .map(secret -> log.getFileName() + ": " + secret.substring(0, Math.min(40, secret.length())))
                .toList();
    }

    private static Map<String, Object> question(String words) {
        return Map.of(
                "title",
                "About a " + words,
                "text",
                "I have a " + words + " since Friday.",
                "asker",
                Map.of("handle", HANDLE, "ageBand", "40-49", "sex", "undisclosed"),
                "specialty",
                "oncology");
    }
}
