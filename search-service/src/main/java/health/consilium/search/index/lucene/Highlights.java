package health.consilium.search.index.lucene;

import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.Scored;
import health.consilium.search.index.Span;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where a query's words stand in the documents found, read from the index and not analysed again. */
final class Highlights {

    /** Enough to choose an excerpt from. */
    private static final int MOST_SPANS = 400;

    private final IndexSearcher searcher;
    private final Weight weight;
    private final Set<Query> synonyms = new HashSet<>();
    private final Set<MatchedOn> byField = EnumSet.noneOf(MatchedOn.class);

    Highlights(IndexSearcher searcher, Wanted wanted) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(shown(wanted)), ScoreMode.COMPLETE_NO_SCORES, 1);
        wanted.demands().stream()
                .filter(demand -> !demand.excluded())
                .flatMap(demand -> demand.words().stream())
                .forEach(words -> addField(words.field()));
    }

    /** The matches in one document's body, and the kinds of text with a match. */
    Found in(int document, int bodyLength, BytesRef sections) throws IOException {
        Set<MatchedOn> kinds = EnumSet.noneOf(MatchedOn.class);
        kinds.addAll(byField);
        List<Span> spans = new ArrayList<>();
        MatchesIterator matches = matches(document);
        while (matches != null && matches.next()) {
            kinds.add(Sections.at(matches.startOffset(), sections));
            if (synonyms.contains(matches.getQuery())) {
                kinds.add(MatchedOn.SYNONYM);
            }
            if (matches.endOffset() <= bodyLength && spans.size() < MOST_SPANS) {
                spans.add(new Span(matches.startOffset(), matches.endOffset()));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return new Found(List.copyOf(spans), kinds);
    }

    /** The same words and phrases, only where they can be shown: in the field that has offsets. */
    private Query shown(Wanted wanted) throws IOException {
        QueryShape shape = new QueryShape(searcher);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Scored scored : wanted.scored()) {
            if (scored.words().field() == IndexField.ALL) {
                Query words = shape.words(scored.words(), scored.slop());
                query.add(words, SHOULD);
                if (scored.synonym()) {
                    synonyms.add(words);
                }
            }
        }
        for (Words words : QueryShape.shownPhrases(wanted)) {
            query.add(shape.words(words, 0), SHOULD);
        }
        return query.build();
    }

    private @Nullable MatchesIterator matches(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        Matches matches = weight.matches(leaf, document - leaf.docBase);
        return matches == null ? null : matches.getMatches(Fields.ALL);
    }

    private void addField(IndexField field) {
        switch (field) {
            case TITLE -> byField.add(MatchedOn.TITLE);
            case AUTHOR -> byField.add(MatchedOn.AUTHOR);
            case DOCTOR -> byField.add(MatchedOn.DOCTOR);
            case DOI -> byField.add(MatchedOn.DOI);
            case ALL, NAME, WHOLE, WORD -> {}
        }
    }

    /** What was found in one document. */
    record Found(List<Span> spans, Set<MatchedOn> kinds) {}
}
