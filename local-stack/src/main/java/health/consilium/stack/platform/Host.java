package health.consilium.stack.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a platform's parts run on: this machine's processes, or an engine's containers. */
interface Host {
    /** The names of the parts. */
    List<String> parts();

    /** Who issues the tokens. */
    URI issuer();

    /** Where people sign in, and what has to be known for it. */
    String signIn();

    /** Remembers which sample content the data has. */
    Path samplesMarker();

    /** What is remembered of a platform that is about to start. */
    State begin();

    /** Whether any part is there. */
    boolean isAlive();

    /** Fails with one sentence if a start can't succeed, before anything has changed; fresh means that data goes. */
    void prepare(boolean fresh);

    /** Starts all parts, each as soon as those it needs are ready, and then does what comes last. */
    void start(Progress progress, Runnable last);

    /** Ends a start under way. */
    void giveUp();

    /** Stops all parts, each as soon as those that need it have stopped. */
    void stop(Progress progress);

    /** Stops one part if it runs, and starts it again on its data. */
    void restart(String part, Progress progress);

    List<PartStatus> status();

    /** Where a part's log is, at the latest when it has stopped. */
    Path log(String part);

    /** Shows the end of a part's log, and what is added. */
    Process showLog(String part, int lines, boolean follow);

    /** Blocks while all is as it should be; then the name of a part that has ended for good, or nothing after a stop. */
    Optional<String> awaitEnd(Progress progress);
}
