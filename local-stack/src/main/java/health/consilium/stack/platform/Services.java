package health.consilium.stack.platform;

import health.consilium.stack.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;

/** Where the programs of our own services come from. */
@FunctionalInterface
interface Services {
    /** What to run, and whether it writes its AOT cache when it stops. */
    record Program(JavaCommand command, boolean training) {}

    /** The program of a part, which is built by a module. */
    Program program(String part, String module) throws IOException;

    /** Those that the build left in the repository. */
    static Services built(Path repository, Path apps) {
        return (part, module) -> {
            ServiceApp app = ServiceApp.built(part, module, repository, apps);
            boolean training = app.trains();
            return new Program(app.command(), training);
        };
    }
}
