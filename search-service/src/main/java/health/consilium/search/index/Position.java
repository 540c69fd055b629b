package health.consilium.search.index;

/**
 * The place of a result in its list, from which the next page goes on.
 *
 * @param snapshot the engine's name of the state of the index that the list was read from
 */
public record Position(String snapshot, String sortKey, String tieBreak) {}
