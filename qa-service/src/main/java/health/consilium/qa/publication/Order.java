package health.consilium.qa.publication;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.Arrays;
import java.util.Locale;

/** In which order a list of questions comes, by the day they were asked. */
enum Order {
    NEWEST("<", "DESC"),
    OLDEST(">", "ASC");

    private final String beyond;
    private final String direction;

    Order(String beyond, String direction) {
        this.beyond = beyond;
        this.direction = direction;
    }

    static Order labelled(String label) {
        return Arrays.stream(values())
                .filter(order -> order.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                                ProblemTypes.INVALID_REQUEST, "Questions are sorted newest or oldest.")
                        .error("sort", "must be newest or oldest"));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The condition that holds for what follows {@code :day} and {@code :id}. */
    String after() {
        return " AND (listed_on, question_id) %s (:day, :id)".formatted(beyond);
    }

    String by() {
        return " ORDER BY listed_on %s, question_id %s".formatted(direction, direction);
    }
}
