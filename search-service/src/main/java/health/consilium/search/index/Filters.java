package health.consilium.search.index;

import java.util.Set;

/** What results must be; within a set any will do, an empty set allows all. */
public record Filters(
        Set<DocumentType> types,
        Set<String> specialties,
        Set<String> classifications,
        Set<String> languages,
        Set<Integer> years) {

    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Whether everything passes. */
    public boolean isNone() {
        return equals(NONE);
    }
}
