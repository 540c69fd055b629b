package health.consilium.search.vocabulary.synonyms;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.web.EntityTags;
import health.consilium.search.vocabulary.SynonymRule;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the synonyms on all replicas: done when Kafka keeps the new set and this replica uses it. */
final class SynonymChanges {

    private static final Logger log = LoggerFactory.getLogger(SynonymChanges.class);

    private final SynonymTopic topic;
    private final SynonymSets sets;
    private final InstantSource clock;

    SynonymChanges(SynonymTopic topic, SynonymSets sets, InstantSource clock) {
        this.topic = topic;
        this.sets = sets;
        this.clock = clock;
    }

    /** Puts rules in the place of all there are; {@code If-Match} is needed where others' rules would go. */
    synchronized SynonymSet replace(@Nullable String ifMatch, List<SynonymRule> rules) {
        requireCurrent(ifMatch);
        return write(SynonymMessage.custom(clock.instant().truncatedTo(ChronoUnit.MILLIS), rules));
    }

    /** Goes back to the set that comes with the service. */
    synchronized SynonymSet reset(@Nullable String ifMatch) {
        requireCurrent(ifMatch);
        return sets.set().isCustom()
                ? write(SynonymMessage.starter(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                : sets.set();
    }

    private void requireCurrent(@Nullable String ifMatch) {
        if (!sets.isKnown()) {
            throw new ProblemException(
                    ProblemTypes.UNAVAILABLE, "The synonyms in force have not been read yet. Nothing was changed.");
        }
        if (sets.set().isCustom() || ifMatch != null) {
            EntityTags.requireCurrent(ifMatch, sets.set().version());
        }
    }

    private SynonymSet write(SynonymMessage message) {
        try {
            return sets.take(topic.write(message), message);
        } catch (KafkaException unreachable) {
            log.warn("Synonyms could not be changed: {}", unreachable.toString());
            throw unavailable();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                ProblemTypes.UNAVAILABLE,
                "Kafka does not answer, so nothing was changed here. Read the synonyms before you send this again.");
    }
}
