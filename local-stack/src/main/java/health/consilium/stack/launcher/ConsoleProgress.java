package health.consilium.stack.launcher;

import health.consilium.stack.platform.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A line per part, printed when it is ready or has stopped; what takes long is said when it begins. */
final class ConsoleProgress implements Progress {
    private final PrintWriter out;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(String part) {
        // said when it is ready
    }

    @Override
    public void note(String part, String text) {
        line(part, text + " …");
    }

    @Override
    public void ready(String part, String url, Duration time) {
        line(part, "ready   %6s   %s".formatted(seconds(time), url));
    }

    @Override
    public void stopping(String part, boolean training) {
        if (training) {
            line(part, "stopping, and writing its start-up cache for the next start (once, up to half a minute) …");
        }
    }

    @Override
    public void stopped(String part, boolean byItself) {
        line(part, byItself ? "stopped" : "killed, because it did not stop in time");
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    synchronized void line(String part, String text) {
        out.printf("  %-10s %s%n", part, text);
        out.flush();
    }
}
