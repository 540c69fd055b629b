package health.consilium.search.query;

import health.consilium.search.analysis.IndexField;
import java.util.Set;

/**
 * What each kind of evidence counts; chosen by measurement, see benchmarks/results/relevance.md.
 *
 * @param finding the fields that documents are found by; words in others are looked up for the best of these only,
 *     because the sum over all words takes longer with every field
 * @param all a word's stem anywhere
 * @param title a word's stem in the title, in addition
 * @param name a word's stem in the title or a topic, in addition
 * @param word a word in its own form, in addition
 * @param near two neighbouring words near each other
 * @param together all the words as they are in the title or a topic
 * @param whole that the title or a topic is just that
 * @param synonym a word that stands for one typed, as a part of what that one counts
 * @param meaning the nearest text by its meaning, where the best by its words counts 1
 */
record Ranking(
        Set<IndexField> finding,
        float all,
        float title,
        float name,
        float word,
        float near,
        float together,
        float whole,
        float synonym,
        float meaning) {

    /** For sentences: whole letters, too. Titles count, long lists of synonyms do not. */
    static final Ranking SENTENCE = new Ranking(
            Set.of(IndexField.ALL, IndexField.WHOLE, IndexField.TITLE), 1, 0.5f, 0.2f, 0.3f, 0.3f, 0, 4, 0.2f, 5);

    /** For the name of something: words first, because names have little meaning that can be learnt. */
    static final Ranking NAME = new Ranking(
            Set.of(IndexField.ALL, IndexField.WHOLE, IndexField.NAME, IndexField.WORD),
            0.5f,
            0,
            0.5f,
            0.5f,
            1,
            2,
            4,
            0.6f,
            0.3f);

    /** What a word counts that was probably meant, as a part of what it would count if typed. */
    static final float CORRECTION = 0.6f;

    static final int NEAR_SLOP = 2;
}
