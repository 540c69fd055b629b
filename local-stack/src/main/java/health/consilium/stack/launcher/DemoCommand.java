package health.consilium.stack.launcher;

import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.MainPath;
import java.util.Map;
import picocli.CommandLine.Command;

/** Walks the main path before the reader's eyes. */
@Command(name = "demo", description = "Walks the main path and shows each step's request and answer.")
final class DemoCommand extends PlatformCommand {
    private static final int SHOWN = 300;

    private int steps;

    @Override
    public Integer call() {
        String word = "demo" + Long.toString(System.currentTimeMillis(), 36);
        new MainPath(launcher().gateway(), this::show, word).walk();
        out().printf("%nAll %d steps answered as they should.%n", steps);
        return 0;
    }

    private void show(String step, Call request, Answer answer) {
        out().printf("%n%d. %s%n", ++steps, step);
        out().printf("   %s %s   as %s%n", request.method(), request.path(), request.user());
        request.headers().forEach((name, value) -> out().printf("   %s: %s%n", name, value));
        if (request.text() != null) {
            out().printf("   %s%n", brief(request.text()));
        }
        out().printf("   -> %d%s%n", answer.status(), shown(answer));
        out().printf("   %s%n", brief(answer.text()));
        out().flush();
    }

    private static String shown(Answer answer) {
        StringBuilder headers = new StringBuilder();
        Map.of("ETag", answer.header("ETag"), "Change-Token", answer.header("Change-Token"))
                .forEach((name, value) -> headers.append(value.isEmpty() ? "" : "   " + name + ": " + value));
        return headers.toString();
    }

    private static String brief(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
    }
}
