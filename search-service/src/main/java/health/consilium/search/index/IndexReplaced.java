package health.consilium.search.index;

/** Another index has taken the place of the one that was fed: it is to be fed from its own offsets. */
public class IndexReplaced extends SearchIndexUnavailable {

    public IndexReplaced() {
        super("Another index has taken the place of the one that was fed", null);
    }
}
