package health.consilium.search.query;

import health.consilium.search.analysis.TextAnalysis;
import health.consilium.search.index.Clause;
import health.consilium.search.index.Scored;
import health.consilium.search.index.Wanted;
import java.util.ArrayList;
import java.util.List;

/** Turns what was typed into what is wanted, without any other words. */
public final class Wording {

    private final Interpreter interpreter;

    public Wording(TextAnalysis analysis) {
        this.interpreter = new Interpreter(analysis, name -> false);
    }

    public Wanted wanted(List<Clause> clauses) {
        Typed typed = interpreter.interpret(clauses);
        List<Scored> scored = new ArrayList<>(Evidence.words(typed.words(), typed.ranking()));
        scored.addAll(Evidence.wholes(typed.wholes(), typed.ranking().whole(), false));
        return new Wanted(typed.demands(), scored, Evidence.order(typed.words(), typed.ranking()), typed.everything());
    }
}
