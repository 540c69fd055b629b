package health.consilium.search.vocabulary;

import java.util.function.UnaryOperator;

/** The form of a word in which synonyms are looked up, such as its stem; a bean of this type replaces the singular. */
@FunctionalInterface
public interface WordForm extends UnaryOperator<String> {}
