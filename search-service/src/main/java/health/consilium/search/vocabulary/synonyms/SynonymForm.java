package health.consilium.search.vocabulary.synonyms;

import health.consilium.search.vocabulary.SynonymRule;
import java.util.List;

/** A way to write synonyms down. */
interface SynonymForm {

    /** Reads rules; what is wrong with which line is in the result. */
    Reading read(String text);

    /** Writes rules so that they are read the same. */
    String write(List<SynonymRule> rules);
}
