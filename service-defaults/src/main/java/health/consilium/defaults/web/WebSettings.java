package health.consilium.defaults.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a body may be.
 *
 * @param bodyLimit the most bytes of an ordinary body
 * @param largeBodyLimit the most bytes of a body sent to one of {@code largeBodyPaths}
 * @param largeBodyPaths the exact paths that take large bodies
 */
@ConfigurationProperties("consilium.web")
public record WebSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("64MB") DataSize largeBodyLimit,

        @DefaultValue({"/api/v1/imports", "/api/v1/question-imports"})
        List<String> largeBodyPaths) {

    boolean takesLargeBodies(String path) {
        return largeBodyPaths.contains(path);
    }

    long limitFor(String path) {
        return (takesLargeBodies(path) ? largeBodyLimit : bodyLimit).toBytes();
    }
}
