package health.consilium.search;

import static health.consilium.search.message.StateRecords.example;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.search.feed.FeedProgress;
import health.consilium.search.index.DocumentKey;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.SearchIndex;
import health.consilium.search.message.StateTopic;
import health.consilium.stack.FreePorts;
import health.consilium.stack.JavaCommand;
import health.consilium.stack.Readiness;
import health.consilium.stack.test.Servers;
import health.consilium.stack.test.server.Broker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A replica is killed again and again while it indexes; how often is told by the property {@code search.kills}. */
@OwnServers
class KillsIT {

    private static final Logger log = LoggerFactory.getLogger(KillsIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DOCUMENTS = 2_000;
    private static final int LATEST_KILL_MS = 1_500;

    @TempDir
    Path folder;

    private final Broker kafka = Servers.newBroker();
    private final int port = FreePorts.take(1).getFirst();
    private final Random random = new Random(7);
    private final long[] versions = new long[DOCUMENTS];

    @BeforeEach
    void startKafka() {
        kafka.start();
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void hasEveryDocumentOnceAtItsLastVersionAfterEachKill() throws InterruptedException {
        try (Topics topics = new Topics(kafka.bootstrapServers())) {
            topics.create();
            publish(topics, 1);
            for (int kill = 1; kill <= Integer.getInteger("search.kills", 2); kill++) {
                boolean readyBefore = kill % 2 == 0;
                killWhileIndexing(topics, readyBefore);
                long known = check();
                log.info("Kill {}: {} of {} documents had been committed", kill, known, DOCUMENTS);
            }
        }
    }

    /** Either while it reads what was published before it started, or while it follows what is published. */
    private void killWhileIndexing(Topics topics, boolean readyBefore) throws InterruptedException {
        if (!readyBefore) {
            publish(topics, 0.4);
        }
        Process replica = start();
        String probe = readyBefore ? "readiness" : "liveness";
        URI health = URI.create("http://localhost:%d/actuator/health/%s".formatted(port, probe));
        assertThat(Readiness.await(replica.toHandle(), PATIENCE, () -> Readiness.answers(health)))
                .isTrue();
        if (readyBefore) {
            publish(topics, 0.4);
        }
        boolean endedByItself = replica.waitFor(random.nextInt(LATEST_KILL_MS), TimeUnit.MILLISECONDS);
        replica.destroyForcibly().waitFor();
        assertThat(endedByItself).isFalse();
    }

    /** Starts another on the index that is left, and looks at all it has; returns how many documents it began with. */
    private long check() {
        try (ConfigurableApplicationContext replica = Replica.start(
                kafka.bootstrapServers(),
                "consilium.search.directory=" + folder.resolve("index"),
                "consilium.search.vectors.enabled=false")) {
            SearchIndex index = replica.getBean(SearchIndex.class);
            long known = index.status().documents().getOrDefault(DocumentType.ARTICLE, 0L);
            await().atMost(PATIENCE)
                    .until(() -> replica.getBean(FeedProgress.class).isCaughtUp());

            assertThat(index.status().documents()).containsEntry(DocumentType.ARTICLE, (long) DOCUMENTS);
            assertThat(IntStream.range(0, DOCUMENTS).mapToLong(number -> index.visibleVersion(key(number))))
                    .containsExactly(IntStream.range(0, DOCUMENTS)
                            .mapToObj(number -> versions[number])
                            .toArray(Long[]::new));
            return known;
        }
    }

    /** A new version of a share of the documents, chosen anew each time, so that one that is lost stays lost. */
    private void publish(Topics topics, double share) {
        for (int number = 0; number < DOCUMENTS; number++) {
            if (random.nextDouble() < share) {
                topics.send(example(StateTopic.ARTICLE, "minimal")
                        .as(key(number).id(), ++versions[number])
                        .published());
            }
        }
        topics.flush();
    }

    private Process start() {
        return new JavaCommand(
                        List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"),
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                SearchServiceApplication.class.getName(),
                                "--server.port=" + port,
                                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--consilium.search.directory=" + folder.resolve("index"),
                                "--consilium.search.vectors.enabled=false",
                                "--consilium.search.feed.commit-interval=300ms",
                                "--consilium.security.issuer=http://localhost:1/realms/consilium",
                                "--consilium.paging.cursor-key=only-for-this-test"))
                .start(folder, folder.resolve("replica.log"));
    }

    private static DocumentKey key(int number) {
        return new DocumentKey(DocumentType.ARTICLE, "killed-" + number);
    }
}
