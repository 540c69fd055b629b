package health.consilium.stack;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What the build wrote down about the servers it brings. */
final class ServerVersions {
    private ServerVersions() {}

    /** One of the entries of servers.properties; a system property of that name says otherwise, on another machine. */
    static String of(String key) throws IOException {
        Properties build = new Properties();
        try (InputStream stream = ServerVersions.class.getResourceAsStream("/servers.properties")) {
            if (stream == null) {
                throw new IOException("local-stack was built without servers.properties");
            }
            build.load(stream);
        }
        return System.getProperty(key, build.getProperty(key));
    }
}
