package health.consilium.content.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A body's safe HTML with what is found in it; {@code removed} is what was not allowed to stay. */
public record ArticleBody(String html, List<Heading> outline, List<Hyperlink> hyperlinks, List<Removal> removed) {

    /** A heading: its id in the HTML, its text, its level from 1 to 6. */
    public record Heading(String anchor, String title, int level) {}

    /** An address as the HTML has it; {@code aside} when it is in an aside. */
    public record Hyperlink(String address, boolean aside) {}

    private static final String HEADINGS = "h1,h2,h3,h4,h5,h6";

    /** Makes foreign HTML safe and gives every heading an id of its own. */
    public static ArticleBody clean(String html) {
        var cleaned = HtmlCleaner.clean(html);
        identifyHeadings(cleaned.document());
        return read(cleaned.document(), cleaned.removed());
    }

    /** Reads HTML that {@link #clean} made. */
    public static ArticleBody of(String cleanHtml) {
        return read(Jsoup.parseBodyFragment(cleanHtml), List.of());
    }

    private static ArticleBody read(Document document, List<Removal> removed) {
        document.outputSettings().prettyPrint(false);
        var outline =
                document.select(HEADINGS).stream().map(ArticleBody::heading).toList();
        var hyperlinks = document.select("a[href]").stream()
                .map(link -> new Hyperlink(link.attr("href").strip(), link.closest("aside") != null))
                .toList();
        return new ArticleBody(document.body().html(), outline, hyperlinks, removed);
    }

    private static Heading heading(Element heading) {
        return new Heading(heading.id(), heading.text(), heading.tagName().charAt(1) - '0');
    }

    private static void identifyHeadings(Document document) {
        Set<String> taken = new HashSet<>();
        for (Element other : document.select("[id]:not(" + HEADINGS + ")")) {
            taken.add(other.id());
        }
        for (Element heading : document.select(HEADINGS)) {
            String wanted = heading.id().isBlank() ? Slug.of(heading.text(), "section") : heading.id();
            String anchor = wanted;
            for (int count = 2; !taken.add(anchor); count++) {
                anchor = wanted + "-" + count;
            }
            heading.id(anchor);
        }
    }
}
