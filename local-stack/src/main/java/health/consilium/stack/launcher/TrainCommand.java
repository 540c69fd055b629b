package health.consilium.stack.launcher;

import health.consilium.stack.Folders;
import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.GatewayClient;
import health.consilium.stack.client.Imports;
import health.consilium.stack.client.MainPath;
import health.consilium.stack.client.Reading;
import health.consilium.stack.client.Samples;
import health.consilium.stack.platform.Home;
import health.consilium.stack.platform.PartStatus;
import health.consilium.stack.platform.Platform;
import health.consilium.stack.platform.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the start-up caches of services that will run elsewhere, for example in images, from real requests. */
@Command(name = "train", hidden = true, description = "Part of the images' build: trains the services' start.")
final class TrainCommand extends PlatformCommand {
    private static final int WALKS = 5;
    private static final int READINGS = 10;
    private static final int LINES = 30;

    @Option(names = "--apps", required = true, description = "Has <module>/<module>.jar, extracted by jarmode=tools.")
    private Path apps = Path.of("");

    @Option(names = "--java", required = true, description = "The Java home that the services will run on.")
    private Path javaHome = Path.of("");

    @Option(names = "--options", defaultValue = "", description = "The JAVA_TOOL_OPTIONS that they will run with.")
    private String options = "";

    @Option(names = "--caches", required = true, description = "Where <module>.aot is put.")
    private Path caches = Path.of("");

    @Override
    public Integer call() throws IOException {
        Home home = new Home(Files.createTempDirectory("consilium-training-"));
        try {
            train(new Training(home, apps, javaHome, options));
        } finally {
            Folders.delete(home.folder());
        }
        return 0;
    }

    private void train(Training training) throws IOException {
        Platform platform = training.platform();
        ConsoleProgress progress = new ConsoleProgress(out());
        try {
            platform.start(false, progress, () -> exercise(platform, progress));
            platform.stop(progress);
            training.deliver(caches);
        } catch (ServerFailure e) {
            showLogs(platform);
            throw e;
        }
    }

    private static void exercise(Platform platform, ConsoleProgress progress) {
        GatewayClient gateway = Launcher.gateway(platform);
        new Samples(new Imports(gateway), platform.samplesMarker())
                .loadOnce(loaded -> progress.line("samples", "loaded  " + loaded));
        for (int walk = 0; walk < WALKS; walk++) {
            new MainPath(gateway, (step, request, answer) -> {}, "training" + walk).walk();
        }
        Reading reading = new Reading(gateway);
        for (int round = 0; round < READINGS; round++) {
            reading.once();
        }
        progress.line("training", "%d walks along the main path, %d rounds of reading".formatted(WALKS, READINGS));
    }

    /** They are gone with the folder. */
    private void showLogs(Platform platform) throws IOException {
        for (PartStatus part : platform.status()) {
            Path log = Path.of(part.log());
            if (Files.exists(log)) {
                List<String> lines = Files.readAllLines(log);
                err().printf("--- %s%n", log);
                lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(err()::println);
            }
        }
    }
}
