package health.consilium.search.vector.background;

import health.consilium.search.message.StateTopic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many records of the state topics the group has not done yet, asked of Kafka once a second at most. */
final class GroupBacklog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupBacklog.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long KNOWN_FOR = TimeUnit.SECONDS.toNanos(1);
    private static final long UNKNOWN_FOR = TimeUnit.SECONDS.toNanos(10);

    private final VectorClients clients;
    private volatile @Nullable Admin admin;
    private @Nullable FutureTask<Long> look;
    private OptionalLong records = OptionalLong.empty();
    private long nextLook = System.nanoTime();

    GroupBacklog(VectorClients clients) {
        this.clients = clients;
    }

    /** Nothing when Kafka does not answer. */
    synchronized OptionalLong records() {
        if (System.nanoTime() - nextLook >= 0) {
            records = look();
            nextLook = System.nanoTime() + (records.isPresent() ? KNOWN_FOR : UNKNOWN_FOR);
        }
        return records;
    }

    /** Looks aside: a client that looks for Kafka's address does so for longer than its time limits say. */
    private OptionalLong look() {
        if (look == null || look.isDone()) {
            look = new FutureTask<>(this::ask);
            Thread.ofVirtual().name("search-vectors-backlog").start(look);
        }
        try {
            return OptionalLong.of(look.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException unanswered) {
            log.debug("Kafka does not tell the backlog", unanswered);
            return OptionalLong.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private long ask() throws ExecutionException, InterruptedException {
        Admin asked = admin();
        Set<TopicPartition> partitions = partitions(asked);
        Map<TopicPartition, OffsetAndMetadata> done = asked.listConsumerGroupOffsets(clients.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> starts = offsets(asked, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(asked, partitions, OffsetSpec.latest());
        long sum = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata next = done.get(partition);
            long from = next == null ? starts.getOrDefault(partition, 0L) : next.offset();
            sum += Math.max(0, ends.getOrDefault(partition, from) - from);
        }
        return sum;
    }

    private static Set<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<String> states =
                StateTopic.names().stream().filter(existing::contains).toList();
        return admin.describeTopics(states).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> told =
                admin.listOffsets(asked).all().get();
        return told.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = clients.admin(PATIENCE);
            admin = known;
        }
        return known;
    }

    @Override
    public void close() {
        Admin known = admin;
        if (known != null) {
            known.close();
        }
    }
}
