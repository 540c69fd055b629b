package health.consilium.search.vector;

import org.jspecify.annotations.Nullable;

/**
 * How the vectors are doing.
 *
 * @param model the configured model's id
 * @param backlog changes of documents whose vectors no replica has looked after yet; {@code null} if it can't be told
 */
public record VectorStatus(
        String model, VectorState state, @Nullable Long backlog) {}
