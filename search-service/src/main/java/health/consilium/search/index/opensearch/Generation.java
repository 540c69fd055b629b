package health.consilium.search.index.opensearch;

/**
 * One index that searches use, have used or will use: {@code consilium-search-v1-000001}.
 *
 * @param alias the name by which searches find the current one; services of another format have another
 */
record Generation(String alias, int number) {

    static Generation first(String alias) {
        return new Generation(alias, 1);
    }

    static Generation of(String alias, String index) {
        return new Generation(alias, Integer.parseInt(index.substring(index.lastIndexOf('-') + 1)));
    }

    Generation next() {
        return new Generation(alias, number + 1);
    }

    String index() {
        return "%s-%06d".formatted(alias, number);
    }

    /** A name that goes with the index, so that whoever still writes to it never makes another by mistake. */
    String feed() {
        return index() + "-feed";
    }
}
