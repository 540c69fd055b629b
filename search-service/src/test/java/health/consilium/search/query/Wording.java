package health.consilium.search.query;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Clause;
import health.consilium.search.index.Wanted;
import java.util.List;

/** Turns what was typed into what is wanted, without any other words. */
public final class Wording {

    private final Interpreter interpreter;

    public Wording(TextAnalysis analysis) {
        this.interpreter = new Interpreter(analysis, name -> false);
    }

    public Wanted wanted(List<Clause> clauses) {
        return Evidence.wanted(interpreter.interpret(clauses), List.of());
    }
}
