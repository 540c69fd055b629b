package health.consilium.search.index;

import java.util.List;

/**
 * What to find: documents that meet every demand and, unless a demand already says what to find, have any of the
 * scored words.
 *
 * @param scored what makes the score of every document
 * @param refining what is added to the scores of the best documents only, because it takes longer to tell
 * @param everything whether nothing was asked for, so that every document will do
 */
public record Wanted(List<Demand> demands, List<Scored> scored, List<Scored> refining, boolean everything) {

    /** Everything there is. */
    public static final Wanted EVERYTHING = new Wanted(List.of(), List.of(), List.of(), true);

    /** Whether documents have to have something, rather than only not to have it. */
    public boolean demandsSomething() {
        return demands.stream().anyMatch(demand -> !demand.excluded());
    }
}
