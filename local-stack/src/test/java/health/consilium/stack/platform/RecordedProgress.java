package health.consilium.stack.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a test's platform told. */
final class RecordedProgress implements Progress {
    private final List<String> heard = new ArrayList<>();

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void starting(String part) {}

    @Override
    public synchronized void note(String part, String text) {
        heard.add(part + ": " + text);
    }

    @Override
    public synchronized void ready(String part, String url, Duration time) {
        heard.add("ready " + part);
    }

    @Override
    public synchronized void stopping(String part, boolean training) {
        heard.add("stopping " + part + (training ? ", training" : ""));
    }

    @Override
    public synchronized void stopped(String part, boolean byItself) {
        heard.add((byItself ? "stopped " : "killed ") + part);
    }
}
