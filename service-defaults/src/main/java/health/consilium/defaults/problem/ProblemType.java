package health.consilium.defaults.problem;

import java.net.URI;

/** A kind of problem: the slug of the page that explains it, its HTTP status and its title. */
public record ProblemType(String slug, int status, String title) {

    /** The problem's {@code type} member, relative to the public host. */
    public URI uri() {
        return URI.create("/problems/" + slug);
    }
}
