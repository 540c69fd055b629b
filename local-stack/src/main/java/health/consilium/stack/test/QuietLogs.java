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
            "org.testcontainers",
            "tc");

    private QuietLogs() {}

    static void ofServers() {
        LoggingSystem logging = LoggingSystem.get(QuietLogs.class.getClassLoader());
        LOGGERS.forEach(name -> logging.setLogLevel(name, LogLevel.WARN));
    }
}
