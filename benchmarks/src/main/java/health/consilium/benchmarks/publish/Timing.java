package health.consilium.benchmarks.publish;

/**
 * When things happened to one article, in nanoseconds of one clock.
 *
 * @param start the publication was sent
 * @param acknowledged it was answered
 * @param stamped what its publication's own time was, which is taken before the commit
 * @param arrived its event reached an ordinary consumer
 * @param searchable a search with its change token had answered
 * @param searched the same search without a token had answered after that
 */
record Timing(long start, long acknowledged, long stamped, long arrived, long searchable, long searched) {

    long total() {
        return searchable - start;
    }

    long publishCall() {
        return acknowledged - start;
    }

    /** More than from the commit to its being searchable: the end of the transaction and a call of the search as well. */
    long sinceStamp() {
        return searchable - stamped;
    }

    /** Since the publication was sent: the event may arrive before the answer does. */
    long eventArrival() {
        return arrived - start;
    }

    long searchWithToken() {
        return searchable - acknowledged;
    }

    long plainSearch() {
        return searched - searchable;
    }

    /** Between the event's arrival and the search's answer, less what a plain search takes: indexing and refresh. */
    long indexing() {
        return Math.max(0, searchable - arrived - plainSearch());
    }
}
