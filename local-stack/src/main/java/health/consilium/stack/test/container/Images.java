package health.consilium.stack.test.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The official images of the servers, in the versions that the build says. */
enum Images {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    OPENSEARCH;

    /** With its tag. */
    String fullName() {
        return Build.NAMES.getProperty(name().toLowerCase(Locale.ROOT));
    }

    /** Read when the first name is asked for. */
    private static final class Build {
        static final Properties NAMES = read();

        private static Properties read() {
            Properties names = new Properties();
            try (InputStream stream = Images.class.getResourceAsStream("/images.properties")) {
                if (stream == null) {
                    throw new IOException("local-stack was built without images.properties");
                }
                names.load(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return names;
        }
    }
}
