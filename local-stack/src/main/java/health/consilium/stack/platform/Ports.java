package health.consilium.stack.platform;

import health.consilium.stack.FreePorts;
import health.consilium.stack.ServerFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which number each port has. */
public record Ports(Map<Port, Integer> numbers) {
    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The usual ports, or those that the environment sets. */
    public static Ports of(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String chosen = environment.getOrDefault(port.variable(), Integer.toString(port.usual()));
            if (!chosen.matches("[1-9][0-9]{0,4}") || Integer.parseInt(chosen) > 65535) {
                throw new ServerFailure(
                        "%s is \"%s\"; set it to a port between 1 and 65535.".formatted(port.variable(), chosen));
            }
            numbers.put(port, Integer.parseInt(chosen));
        }
        requireDifferent(numbers);
        return new Ports(numbers);
    }

    /** Ports that nobody uses now, for a platform beside another one. */
    public static Ports free() {
        Iterator<Integer> free = FreePorts.take(Port.values().length).iterator();
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, free.next());
        }
        return new Ports(numbers);
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    /** The base address of an HTTP part. */
    public URI http(Port port) {
        return URI.create("http://localhost:" + of(port));
    }

    /** As environment variables, for a launcher that shall use the same ports. */
    public Map<String, String> asEnvironment() {
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().variable(), entry -> Integer.toString(entry.getValue())));
    }

    /** Fails with one sentence when another program listens on one of them. */
    public void requireFree() {
        List.of(Port.values()).forEach(this::requireFree);
    }

    void requireFree(Port port) {
        if (isTaken(of(port))) {
            throw new ServerFailure(
                    "Port %d, which %s needs, is taken: stop the program that listens there, or choose another port with %s."
                            .formatted(of(port), port.part(), port.variable()));
        }
    }

    private static void requireDifferent(Map<Port, Integer> numbers) {
        Map<Integer, Port> owners = new HashMap<>();
        numbers.forEach((port, number) -> {
            Port other = owners.put(number, port);
            if (other != null) {
                throw new ServerFailure("%s and %s are both %d: give each port a number of its own."
                        .formatted(other.variable(), port.variable(), number));
            }
        });
    }

    private static boolean isTaken(int number) {
        try (ServerSocket probe = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
