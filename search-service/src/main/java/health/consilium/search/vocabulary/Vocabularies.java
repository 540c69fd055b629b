package health.consilium.search.vocabulary;

/** Where the vocabulary in force is found; ask anew for each search. */
@FunctionalInterface
public interface Vocabularies {

    Vocabulary current();
}
