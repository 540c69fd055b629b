package health.consilium.search.vocabulary.synonyms;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.search.vocabulary.SynonymRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All synonyms of one version; 0 is before anybody changed them. */
record SynonymSet(long version, @Nullable Instant changedAt, Origin origin, List<SynonymRule> rules) {

    private static final String FILE = "/vocabulary/synonyms.txt";

    /** The set that comes with the service. */
    static SynonymSet starter() {
        try (InputStream file = Objects.requireNonNull(SynonymSet.class.getResourceAsStream(FILE), FILE)) {
            Reading reading =
                    new SolrForm().read(new String(file.readAllBytes(), UTF_8)).orProblem();
            return new SynonymSet(0, null, Origin.STARTER, reading.rules());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same rules, taken up again as that version. */
    SynonymSet as(long newVersion, Instant time) {
        return new SynonymSet(newVersion, time, origin, rules);
    }

    boolean isCustom() {
        return origin == Origin.CUSTOM;
    }
}
