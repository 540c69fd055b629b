package health.consilium.defaults.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;

/**
 * Carries committed messages from the database's log to Kafka. Every instance runs one; the replication slot lets one
 * of them lead. What Kafka has not acknowledged when a leader dies is read again by the next.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final JdbcConnectionDetails database;
    private final ReplicationSlot slot;
    private final Supplier<KafkaProducer<byte[], byte @Nullable []>> producers;
    private final Map<String, Object> adminSettings;
    private final List<OutboxTopic> topics;
    private final List<Republisher> republishers;
    private final OutboxSettings settings;
    private final AtomicReference<@Nullable MessageStream> leading = new AtomicReference<>();
    private CountDownLatch stopping = new CountDownLatch(0);
    private @Nullable Thread thread;

    OutboxRelay(
            JdbcConnectionDetails database,
            ReplicationSlot slot,
            Supplier<KafkaProducer<byte[], byte @Nullable []>> producers,
            Map<String, Object> adminSettings,
            List<OutboxTopic> topics,
            List<Republisher> republishers,
            OutboxSettings settings) {
        this.database = database;
        this.slot = slot;
        this.producers = producers;
        this.adminSettings = adminSettings;
        this.topics = topics;
        this.republishers = republishers;
        this.settings = settings;
    }

    boolean leads() {
        return leading.get() != null;
    }

    /** Makes sure of the slot before the web server takes the first write, then relays in the background. */
    @Override
    public synchronized void start() {
        slot.ensure();
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    private boolean heal() {
        slot.ensure();
        return slot.heal(() -> {
            log.warn("Slot {} is new or starts late: appending every published snapshot again", slot.name());
            republishers.forEach(Republisher::republishAll);
        });
    }

    private void run() {
        while (!stopped(Duration.ZERO)) {
            try {
                if (heal()) {
                    lead();
                }
            } catch (Exception | Error failure) {
                if (!stopped(Duration.ZERO)) {
                    log.warn("The outbox relay failed and starts again: {}", failure.toString());
                }
            }
            stopped(settings.retryDelay());
        }
    }

    private void lead() throws Exception {
        try (MessageStream stream = MessageStream.open(database, slot)) {
            if (stream == null) {
                return;
            }
            createTopics();
            leading.set(stream);
            log.info("Leading the outbox relay of slot {}", slot.name());
            relay(stream);
        } finally {
            leading.set(null);
        }
    }

    private void relay(MessageStream stream) throws Exception {
        InFlight inFlight = new InFlight(settings.inFlightBytes());
        var acknowledgements = new Acknowledgements(stream, inFlight, slot, settings.acknowledgeInterval());
        KafkaProducer<byte[], byte @Nullable []> producer = producers.get();
        try (acknowledgements) {
            acknowledgements.start();
            pump(stream, inFlight, producer);
        } finally {
            producer.close(stopped(Duration.ZERO) ? Duration.ofSeconds(5) : Duration.ZERO);
        }
    }

    private void pump(MessageStream stream, InFlight inFlight, KafkaProducer<byte[], byte @Nullable []> producer)
            throws Exception {
        while (!stopped(Duration.ZERO)) {
            MessageStream.Item item = stream.next();
            if (item instanceof MessageStream.Message message) {
                byte[] content = message.content();
                while (!inFlight.reserve(content.length)) {
                    stream.tellStatus();
                }
                send(producer, Envelope.parse(content).toRecord(), inFlight.add(content.length), stream);
            } else if (item instanceof MessageStream.Commit commit) {
                inFlight.endTransaction(commit.end());
            }
        }
    }

    private static void send(
            KafkaProducer<byte[], byte @Nullable []> producer,
            ProducerRecord<byte[], byte @Nullable []> message,
            Runnable acknowledged,
            MessageStream stream) {
        var unused = producer.send(message, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.run();
                return;
            }
            log.error("Kafka refused a message for {}: {}", message.topic(), failure.toString());
            stream.abort();
        });
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(adminSettings)) {
            var created = admin.createTopics(
                    topics.stream().map(topic -> topic.toKafka(settings)).toList());
            for (var topic : created.values().values()) {
                try {
                    topic.get();
                } catch (ExecutionException refused) {
                    if (!(refused.getCause() instanceof TopicExistsException)) {
                        throw refused;
                    }
                }
            }
        }
    }

    /** Whether the relay is to stop, waiting at most this long for it. */
    private boolean stopped(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        MessageStream stream = leading.get();
        if (stream != null) {
            stream.abort();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(15));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the web server starts and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
