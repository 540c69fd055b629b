package health.consilium.search.index.lucene;

import java.util.Comparator;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** Names one state of one generation of the index. */
record State(long generation, long version) implements Comparable<State> {

    private static final Comparator<State> ORDER =
            Comparator.comparingLong(State::generation).thenComparingLong(State::version);

    /** The state that a searcher sees. */
    static State of(IndexSearcher searcher) {
        long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
        return new State(((Searchers.OfGeneration) searcher).generation(), version);
    }

    /** The state of that name; none when it is another engine's, or an earlier service's. */
    static Optional<State> named(String name) {
        String[] numbers = name.split("-", -1);
        boolean ours = numbers.length == 2 && numbers[0].matches("\\d{1,18}") && numbers[1].matches("\\d{1,18}");
        return ours ? Optional.of(new State(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]))) : Optional.empty();
    }

    @Override
    public int compareTo(State other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return generation + "-" + version;
    }
}
