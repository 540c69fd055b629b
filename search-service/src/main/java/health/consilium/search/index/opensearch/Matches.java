package health.consilium.search.index.opensearch;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.analysis.TextAnalysis.Token;
import health.consilium.search.index.MatchedOn;
import health.consilium.search.index.Scored;
import health.consilium.search.index.SearchText;
import health.consilium.search.index.Span;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where a query's words stand in the documents found, by analysing their texts once more. */
final class Matches {

    /** Enough to choose an excerpt from. */
    private static final int MOST_SPANS = 400;

    private final TextAnalysis analysis;
    /** What is looked for, by its first term. */
    private final Map<String, Set<Sought>> sought = new HashMap<>();

    private final Set<MatchedOn> byField = EnumSet.noneOf(MatchedOn.class);

    Matches(TextAnalysis analysis, Wanted wanted) {
        this.analysis = analysis;
        Stream<Sought> scored = wanted.scored().stream().map(Sought::of);
        List<Words> demanded = wanted.demands().stream()
                .filter(demand -> !demand.excluded())
                .flatMap(demand -> demand.words().stream())
                .toList();
        Stream.concat(scored, demanded.stream().map(words -> new Sought(words, false)))
                .filter(each -> each.words().field() == IndexField.ALL)
                .forEach(each -> sought.computeIfAbsent(each.words().terms().getFirst(), first -> new LinkedHashSet<>())
                        .add(each));
        demanded.forEach(words -> addField(words.field()));
    }

    /** The matches in a document's body, and the kinds of text with a match. */
    Found in(SearchText text) {
        Set<MatchedOn> kinds = EnumSet.noneOf(MatchedOn.class);
        kinds.addAll(byField);
        List<Span> spans = new ArrayList<>();
        for (Section section : Section.of(text)) {
            for (String value : section.values()) {
                List<Match> matches = matches(value);
                if (!matches.isEmpty()) {
                    kinds.add(section.kind());
                }
                if (matches.stream().anyMatch(Match::synonym)) {
                    kinds.add(MatchedOn.SYNONYM);
                }
                if (section.kind() == MatchedOn.BODY) {
                    matches.stream().map(Match::span).forEach(spans::add);
                }
            }
        }
        spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        return new Found(spans.stream().distinct().limit(MOST_SPANS).toList(), kinds);
    }

    private List<Match> matches(String text) {
        List<Match> matches = new ArrayList<>();
        if (sought.isEmpty()) {
            return matches;
        }
        List<Token> tokens = analysis.tokens(IndexField.ALL, text);
        for (int at = 0; at < tokens.size(); at++) {
            for (Sought each : sought.getOrDefault(tokens.get(at).term(), Set.of())) {
                int last = last(each.words(), tokens, at);
                if (last >= 0) {
                    Span span =
                            new Span(tokens.get(at).start(), tokens.get(last).end());
                    matches.add(new Match(span, each.synonym()));
                }
            }
        }
        return matches;
    }

    /** The token that ends the words if they begin with this one, -1 if they don't. */
    private static int last(Words words, List<Token> tokens, int first) {
        int at = first;
        for (int next = 1; next < words.terms().size(); next++) {
            int position = tokens.get(first).position()
                    + words.positions().get(next)
                    - words.positions().getFirst();
            at++;
            while (at < tokens.size() && tokens.get(at).position() < position) {
                at++;
            }
            boolean there = at < tokens.size()
                    && tokens.get(at).position() == position
                    && tokens.get(at).term().equals(words.terms().get(next));
            if (!there) {
                return -1;
            }
        }
        return at;
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

    private record Match(Span span, boolean synonym) {}

    private record Sought(Words words, boolean synonym) {

        static Sought of(Scored scored) {
            return new Sought(scored.words(), scored.synonym());
        }
    }
}
