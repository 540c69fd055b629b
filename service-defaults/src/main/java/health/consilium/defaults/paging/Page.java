package health.consilium.defaults.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One page of a list; {@code next} is the opaque cursor of the following one, {@code null} on the last. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts {@code limit + 1} fetched rows to a page whose cursor comes from its last item. */
    public static <T> Page<T> of(List<T> fetched, Limit limit, Function<T, String> cursorAfter) {
        if (fetched.size() <= limit.value()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit.value());
        return new Page<>(List.copyOf(items), cursorAfter.apply(items.getLast()));
    }

    /** The page as a response to the current request, with a {@code Link} to the next one. */
    public ResponseEntity<Page<T>> response() {
        return ResponseEntity.ok().headers(linkTo(next)).body(this);
    }

    /** The {@code Link} from the current request to the page of this cursor, without these parameters. */
    public static HttpHeaders linkTo(@Nullable String next, String... without) {
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            var link = ServletUriComponentsBuilder.fromCurrentRequest()
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam("cursor", next);
            for (String parameter : without) {
                link.replaceQueryParam(parameter);
            }
            headers.add(HttpHeaders.LINK, "<" + link.build().toUriString() + ">; rel=\"next\"");
        }
        return headers;
    }
}
