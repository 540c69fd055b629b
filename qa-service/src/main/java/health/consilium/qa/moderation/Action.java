package health.consilium.qa.moderation;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.qa.question.Change;
import java.util.Arrays;
import java.util.Locale;

/** What a moderator can do with a question. */
enum Action {
    PUBLISH(Change.PUBLISHED),
    REDACT(Change.PUBLISHED),
    REJECT(Change.WITHDRAWN);

    private final Change change;

    Action(Change change) {
        this.change = change;
    }

    Change change() {
        return change;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action labelled(String label) {
        return Arrays.stream(values())
                .filter(action -> action.label().equals(label))
                .findFirst()
                .orElseThrow(Action::unknown);
    }

    private static ProblemException unknown() {
        var available = Arrays.stream(values()).map(Action::label).toList();
        return new ProblemException(
                        ProblemTypes.INVALID_REQUEST, "The available actions are " + String.join(", ", available) + ".")
                .error("/action", "must be one of " + String.join(", ", available))
                .with("available", available);
    }
}
