package health.consilium.search.vocabulary.synonyms;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.search.vocabulary.SynonymRule;
import java.util.List;

/**
 * What was read of a text with synonyms.
 *
 * @param rules each once
 * @param merged how many rules were the same as one before
 * @param ignored how many lines only say that a term stands for itself
 * @param invalid the first lines that can't be read, and why
 * @param invalidLines how many there are
 */
record Reading(List<SynonymRule> rules, int merged, int ignored, List<InvalidLine> invalid, int invalidLines) {

    /** A line, counted from 1, and what is wrong with it. */
    record InvalidLine(int line, String reason) {}

    /** This, if all of it could be read and there is a rule in it. */
    Reading orProblem() {
        if (invalidLines > 0) {
            var problem =
                    new ProblemException(ProblemTypes.INVALID_REQUEST, summary()).with("invalidLines", invalidLines);
            invalid.forEach(
                    each -> problem.error("/lines/" + each.line(), "Line %d %s".formatted(each.line(), each.reason())));
            throw problem;
        }
        if (rules.isEmpty()) {
            throw new ProblemException(
                    ProblemTypes.INVALID_REQUEST,
                    "There is no synonym in the body. To go back to the set that comes with the service, use DELETE.");
        }
        return this;
    }

    private String summary() {
        String shown = invalidLines > invalid.size() ? "; errors has the first " + invalid.size() : "; see errors";
        return "Nothing was changed: %d lines can't be read%s.".formatted(invalidLines, shown);
    }
}
