package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.Spelling;
import health.consilium.search.vocabulary.SynonymRule;
import health.consilium.search.vocabulary.Vocabularies;
import health.consilium.search.vocabulary.Vocabulary;
import health.consilium.search.vocabulary.WordForm;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The synonyms in force on this replica: the starter set until the topic says otherwise. */
final class SynonymSets implements Vocabularies {

    private static final Logger log = LoggerFactory.getLogger(SynonymSets.class);

    private final Spelling spelling;
    private final WordForm form;
    private final InForce starter;
    private volatile InForce inForce;
    private volatile boolean known;

    SynonymSets(SynonymSet starter, Spelling spelling, WordForm form) {
        this.spelling = spelling;
        this.form = form;
        this.starter = new InForce(starter, vocabulary(starter.rules()));
        this.inForce = this.starter;
    }

    @Override
    public Vocabulary current() {
        return inForce.vocabulary();
    }

    SynonymSet set() {
        return inForce.set();
    }

    /** Whether this is the set that all replicas agree on, as far as this one has read. */
    boolean isKnown() {
        return known;
    }

    /** Everything written so far has been read. */
    void becomeKnown() {
        known = true;
    }

    /** Puts what was written as that version in force, unless it or a later one is. */
    synchronized SynonymSet take(long version, SynonymMessage message) {
        SynonymSet taken = message.set(version, starter.set());
        if (version > set().version()) {
            inForce = new InForce(taken, taken.isCustom() ? vocabulary(taken.rules()) : starter.vocabulary());
            log.info("Synonyms version {}: {} rules, {}", version, taken.rules().size(), taken.origin());
        }
        return taken;
    }

    /** Back to the beginning: the topic is another one. */
    synchronized void forget() {
        known = false;
        inForce = starter;
    }

    private Vocabulary vocabulary(List<SynonymRule> rules) {
        return Vocabulary.of(rules, spelling, form);
    }

    private record InForce(SynonymSet set, Vocabulary vocabulary) {}
}
