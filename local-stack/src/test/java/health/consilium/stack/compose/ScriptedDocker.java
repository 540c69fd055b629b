package health.consilium.stack.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A docker command that answers from files, so that what is asked of an engine and made of its answers can be seen. */
public record ScriptedDocker(Path folder) {
    private static final String SCRIPT = """
            #!/bin/bash
            cd "${0%/*}" || exit 1
            echo "$*" >>calls
            case $* in
              version*) [ -f engine ] || { echo 'Cannot connect to the engine.' >&2; exit 1; } ;;
              "compose version") ;;
              *" config") cat config ;;
              *" build "*) ;;
              *" up "*) env | grep ^CONSILIUM_ | sort >environment
                [ ! -f refusal ] || { cat refusal >&2; exit 1; }
                cp started containers ;;
              *" restart "*) cp started containers ;;
              *" stop") sed -i 's/running/exited/; s/Up .*/Exited (143) now/' containers ;;
              *" down --volumes") rm -f containers volumes ;;
              ps*) cat containers ;;
              "image inspect"*) [ -f images ] && grep -qxF "${!#}" images ;;
              "volume ls"*) [ ! -f volumes ] || cat volumes ;;
              "volume inspect"*) cat volumes ;;
              logs*) echo "log of ${!#}" ;;
              events*) cat events ;;
            esac
            """;

    /** An engine that answers and has nothing. */
    public static ScriptedDocker in(Path folder) throws IOException {
        ScriptedDocker docker = new ScriptedDocker(folder);
        Files.writeString(folder.resolve("docker"), SCRIPT);
        Files.setPosixFilePermissions(folder.resolve("docker"), PosixFilePermissions.fromString("rwx------"));
        return docker.with("engine").with("containers").with("config").with("calls");
    }

    public Engine engine() {
        return new Engine(folder.resolve("docker").toString());
    }

    /** What one of the script's files says, line by line. */
    public ScriptedDocker with(String file, String... lines) throws IOException {
        String text = Arrays.stream(lines).map(line -> line + "\n").collect(Collectors.joining());
        Files.writeString(folder.resolve(file), text);
        return this;
    }

    public ScriptedDocker without(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    /** All that was asked of it so far, in order. */
    public List<String> calls() throws IOException {
        return lines("calls");
    }

    public List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    /** A line of {@code docker ps}. */
    public static String container(String service, String state, String status) {
        return String.join("\t", service, "test_%s_1".formatted(service), "id-of-" + service, state, status);
    }
}
