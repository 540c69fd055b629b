package health.consilium.content.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Keeps a body's structure and takes out whatever could run, style or load behind the reader's back. */
final class HtmlCleaner {

    record Cleaned(Document document, List<Removal> removed) {}

    private record Place(String element, @Nullable String attribute) {}

    /** Only makes relative addresses absolute while their protocol is checked. */
    private static final String BASE = "https://consilium.invalid/";

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("abbr", "aside", "audio", "del", "dfn", "figcaption", "figure", "hr", "ins", "kbd", "mark", "s")
            .addTags("samp", "section", "source", "time", "track", "var", "video", "wbr")
            .addAttributes(":all", "id", "lang", "dir", "title")
            .addAttributes("audio", "controls", "src")
            .addAttributes("source", "src", "type")
            .addAttributes("time", "datetime")
            .addAttributes("track", "kind", "label", "src", "srclang")
            .addAttributes("video", "controls", "height", "poster", "src", "width")
            .addAttributes("td", "headers")
            .addAttributes("th", "headers")
            .removeProtocols("a", "href", "ftp")
            .addProtocols("a", "href", "tel", "#")
            .addProtocols("audio", "src", "http", "https")
            .addProtocols("source", "src", "http", "https")
            .addProtocols("track", "src", "http", "https")
            .addProtocols("video", "src", "http", "https")
            .addProtocols("video", "poster", "http", "https")
            .preserveRelativeLinks(true);

    private HtmlCleaner() {}

    static Cleaned clean(String html) {
        Document dirty = Jsoup.parseBodyFragment(html.replace("\u0000", ""), BASE);
        var removed = removals(dirty);
        return new Cleaned(new Cleaner(ALLOWED).clean(dirty), removed);
    }

    private static List<Removal> removals(Document dirty) {
        Map<Place, Integer> counts = new LinkedHashMap<>();
        dirty.head().children().forEach(element -> count(counts, element));
        dirty.body().getAllElements().stream().skip(1).forEach(element -> count(counts, element));
        return counts.entrySet().stream()
                .limit(100)
                .map(entry ->
                        new Removal(entry.getKey().element(), entry.getKey().attribute(), entry.getValue()))
                .toList();
    }

    private static void count(Map<Place, Integer> counts, Element element) {
        String tag = element.normalName();
        if (!ALLOWED.isSafeTag(tag)) {
            counts.merge(new Place(tag, null), 1, Integer::sum);
            return;
        }
        for (Attribute attribute : element.attributes()) {
            if (!ALLOWED.isSafeAttribute(tag, element, attribute)) {
                counts.merge(new Place(tag, attribute.getKey()), 1, Integer::sum);
            }
        }
    }
}
