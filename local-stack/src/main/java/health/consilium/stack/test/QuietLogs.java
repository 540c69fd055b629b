package health.consilium.stack.test;

import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps servers and what starts them from filling a test's output. */
final class QuietLogs {
    private static final List<String> LOGGERS = List.of(
            "kafka",
            "state.change.logger",
            "io.zonky.test",
            "org.apache.kafka.common.metrics",
            "org.apache.kafka.common.utils",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.network",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.storage",
            "org.apache.kafka.timeline",
            "tc");

    private QuietLogs() {}

    static void ofServers() {
        LoggingSystem logging = LoggingSystem.get(QuietLogs.class.getClassLoader());
        LOGGERS.forEach(name -> logging.setLogLevel(name, LogLevel.WARN));
        // warns that nothing cleans up after it, which ContainerOwner does
        logging.setLogLevel("org.testcontainers", LogLevel.ERROR);
        // no engine is an answer as well, and no image
        logging.setLogLevel("org.testcontainers.dockerclient", LogLevel.OFF);
        logging.setLogLevel("com.github.dockerjava", LogLevel.OFF);
    }
}
