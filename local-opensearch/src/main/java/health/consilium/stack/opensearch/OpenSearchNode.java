package health.consilium.stack.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.jspecify.annotations.Nullable;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single node with plain HTTP. It ends when it is stopped, or together with the process it is told to follow. */
public final class OpenSearchNode {
    /** The system property that names the process to follow, by its pid. */
    public static final String FOLLOW = "consilium.follow";

    private static final String MODULES = Stream.of(CommonAnalysisModulePlugin.class, Netty4ModulePlugin.class)
            .map(Class::getName)
            .collect(Collectors.joining(","));

    private OpenSearchNode() {}

    /** Arguments: the folder for everything, then OpenSearch's settings as name=value, of which the last of a name counts. */
    public static void main(String... arguments) throws InterruptedException {
        List<String> settings = List.of(arguments).subList(1, arguments.length);
        OpenSearchRunner node = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> close(node)));
        node.setMaxHttpPort(-1);
        node.onBuild((number, builder) -> describe(builder, settings))
                .build(OpenSearchRunner.newConfigs()
                        .numOfNode(1)
                        .moduleTypes(MODULES)
                        .basePath(Path.of(arguments[0]).toAbsolutePath().toString()));
        stay(Long.getLong(FOLLOW));
    }

    private static void describe(Settings.Builder builder, List<String> settings) {
        builder.put("discovery.type", "single-node");
        for (String setting : settings) {
            int sign = setting.indexOf('=');
            builder.put(setting.substring(0, sign), setting.substring(sign + 1));
        }
    }

    private static void stay(@Nullable Long starter) throws InterruptedException {
        if (starter == null) {
            new CountDownLatch(1).await();
        } else {
            ProcessHandle.of(starter).ifPresent(process -> process.onExit().join());
        }
    }

    private static void close(OpenSearchRunner node) {
        try {
            node.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
