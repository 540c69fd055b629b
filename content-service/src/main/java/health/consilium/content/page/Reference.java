package health.consilium.content.page;

import health.consilium.content.article.ArticleBody.Hyperlink;
import health.consilium.content.page.Link.By;
import health.consilium.content.page.Link.Rel;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A hyperlink of a body, read: {@code key} is the uri or id it asks for, {@code null} when it leads elsewhere. */
record Reference(String ref, Rel rel, Kind kind, @Nullable String key) {

    enum Kind {
        INTERNAL,
        HOME,
        EXTERNAL,
        SAME_PAGE
    }

    private static final int LONGEST_KEY = 500;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("(?i).*\\.[a-z][a-z0-9]{1,4}$");

    /** Reads a hyperlink on the page at {@code base}. */
    static Reference of(Hyperlink hyperlink, @Nullable String base) {
        String address = hyperlink.address();
        Rel rel = hyperlink.aside() ? Rel.ASIDE : Rel.INLINE;
        if (address.startsWith("//") || SCHEME.matcher(address).matches()) {
            return new Reference(address, rel, Kind.EXTERNAL, null);
        }
        String path = path(address);
        if (path.isEmpty()) {
            return new Reference(address, rel, Kind.SAME_PAGE, null);
        }
        String key = key(path, base);
        return new Reference(address, rel, key.isEmpty() ? Kind.HOME : Kind.INTERNAL, key.isEmpty() ? null : key);
    }

    /** The uri or id that a person's {@code ref} asks for, with or without slashes around it. */
    static String key(String ref) {
        return key("/" + path(ref.strip()), null);
    }

    /** What the address most likely names, where nothing answers to it: ids are words joined by hyphens. */
    By guess() {
        boolean idLike = key != null && ref.startsWith("/") && key.indexOf('/') < 0 && key.indexOf('-') > 0;
        return idLike ? By.ID : By.URI;
    }

    /** Whether an article could have this uri or id at all. */
    boolean canBeFound() {
        return key != null && canBeFound(key);
    }

    /** Whether an article could have this as its uri or id. */
    static boolean canBeFound(String key) {
        return key.length() <= LONGEST_KEY;
    }

    boolean isFile() {
        return key != null && FILE.matcher(key).matches();
    }

    private static String path(String address) {
        int end = address.length();
        for (char mark : new char[] {'#', '?'}) {
            int at = address.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return address.substring(0, end);
    }

    private static String key(String path, @Nullable String base) {
        Deque<String> segments = new ArrayDeque<>();
        if (!path.startsWith("/") && base != null && base.indexOf('/') > 0) {
            append(segments, base.substring(0, base.lastIndexOf('/')));
        }
        append(segments, path);
        return String.join("/", segments);
    }

    private static void append(Deque<String> segments, String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(decoded(segment));
            }
        }
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }
}
