package health.consilium.stack.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single node with plain HTTP on the loopback interface. It ends together with the process it is told to follow. */
public final class OpenSearchNode {
    private static final String MODULES = Stream.of(CommonAnalysisModulePlugin.class, Netty4ModulePlugin.class)
            .map(Class::getName)
            .collect(Collectors.joining(","));

    private OpenSearchNode() {}

    /** Arguments: the folder for everything, the HTTP port, the pid of the process to follow. */
    public static void main(String... arguments) {
        OpenSearchRunner node = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> close(node)));
        node.setMaxHttpPort(-1);
        node.onBuild((number, settings) -> describe(settings, arguments[1]))
                .build(OpenSearchRunner.newConfigs()
                        .clusterName("consilium")
                        .numOfNode(1)
                        .moduleTypes(MODULES)
                        .basePath(Path.of(arguments[0]).toAbsolutePath().toString()));
        ProcessHandle.of(Long.parseLong(arguments[2]))
                .ifPresent(starter -> starter.onExit().join());
    }

    private static void describe(Settings.Builder settings, String port) {
        settings.put("http.port", port)
                .put("transport.port", "0")
                .put("network.host", "127.0.0.1")
                .put("discovery.type", "single-node")
                .put("action.auto_create_index", false)
                .put("cluster.routing.allocation.disk.threshold_enabled", false);
    }

    private static void close(OpenSearchRunner node) {
        try {
            node.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
