package health.consilium.search.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;

/** Finds words of the index that were probably meant. */
final class Corrections {

    private static final int MOST = 3;
    private static final int SHORTEST = 4;

    private final DirectSpellChecker oneEdit = checker(1);
    private final DirectSpellChecker twoEdits = checker(2);

    Map<String, List<String>> of(Collection<String> words, IndexReader reader) throws IOException {
        Map<String, List<String>> corrections = new LinkedHashMap<>();
        for (String word : words) {
            Term term = new Term(Fields.WORD, word);
            if (reader.docFreq(term) == 0) {
                corrections.put(word, nearest(term, reader));
            }
        }
        return corrections;
    }

    /** Most typing errors are one edit, which takes much less to look for than two. */
    private List<String> nearest(Term term, IndexReader reader) throws IOException {
        List<String> near = nearest(oneEdit, term, reader);
        return near.isEmpty() ? nearest(twoEdits, term, reader) : near;
    }

    private static List<String> nearest(DirectSpellChecker checker, Term term, IndexReader reader) throws IOException {
        return Arrays.stream(checker.suggestSimilar(term, MOST, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX))
                .map(suggestion -> suggestion.string)
                .toList();
    }

    private static DirectSpellChecker checker(int edits) {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(SHORTEST);
        checker.setMinPrefix(1);
        checker.setMaxEdits(edits);
        return checker;
    }
}
