package health.consilium.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another process that keeps the ports it took until it is closed. */
record PortHolder(Process process, List<String> ports) implements AutoCloseable {
    /** Returns when it has so many ports of those that this cache knows of. */
    static PortHolder of(int count, Path cache) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortHolder.class.getName(),
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CONSILIUM_CACHE", cache.toString());
        Process process = builder.start();
        String taken = process.inputReader().readLine();
        if (taken == null) {
            throw new IOException("the other process could not take its ports");
        }
        return new PortHolder(process, Stream.of(taken.split(" ")).toList());
    }

    /** Arguments: how many. */
    public static void main(String... arguments) throws IOException {
        List<String> ports = FreePorts.take(Integer.parseInt(arguments[0])).stream()
                .map(String::valueOf)
                .toList();
        System.out.println(String.join(" ", ports));
        System.in.read();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
