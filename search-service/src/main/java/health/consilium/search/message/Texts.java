package health.consilium.search.message;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Plain text out of what messages carry. */
final class Texts {

    private Texts() {}

    /** HTML as plain text on one line. */
    static String ofHtml(@Nullable String html) {
        return html == null ? "" : Jsoup.parseBodyFragment(html).text();
    }

    /** All that is not blank, on one line. */
    static String joined(Stream<@Nullable String> parts) {
        return parts.filter(part -> !isBlank(part))
                .map(Objects::requireNonNull)
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .collect(Collectors.joining(" "));
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The names of things, without the blank ones; nothing for a missing list. */
    static <T> List<String> each(@Nullable Collection<T> things, Function<T, @Nullable String> name) {
        return things == null
                ? List.of()
                : things.stream()
                        .filter(Objects::nonNull)
                        .map(name)
                        .filter(text -> !isBlank(text))
                        .map(Objects::requireNonNull)
                        .toList();
    }

    /** The things themselves; nothing for a missing list. */
    static <T> Stream<T> stream(@Nullable Collection<T> things) {
        return things == null ? Stream.of() : things.stream().filter(Objects::nonNull);
    }
}
