package health.consilium.benchmarks.relevance;

import health.consilium.benchmarks.relevance.platform.SearchMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is judged. */
enum Contender {
    BM25("plain Lucene, BM25", null),
    LEXICAL("search, lexical", SearchMode.LEXICAL),
    DENSE("search, dense", SearchMode.DENSE),
    HYBRID("search, hybrid", SearchMode.HYBRID),
    SERVED("search, as served", SearchMode.SERVED);

    private final String title;
    private final @Nullable SearchMode mode;

    Contender(String title, @Nullable SearchMode mode) {
        this.title = title;
        this.mode = mode;
    }

    String title() {
        return title;
    }

    /** Its name in run files. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the platform is asked to rank; nothing for what runs without it. */
    @Nullable
    SearchMode mode() {
        return mode;
    }
}
