package health.consilium.stack.platform;

import java.time.Duration;

/** Hears how parts come and go. */
public interface Progress {
    /** A part starts now. */
    void starting(String part);

    /** What a part is busy with that takes long. */
    void note(String part, String text);

    /** A part is ready, so long after its start. */
    void ready(String part, String url, Duration time);

    /** A part is asked to stop; in training it takes longer, because it writes its start-up cache. */
    void stopping(String part, boolean training);

    /** A part has stopped; not by itself when it had to be killed. */
    void stopped(String part, boolean byItself);
}
