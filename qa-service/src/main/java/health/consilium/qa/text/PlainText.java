package health.consilium.qa.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** Text without markup or control characters; {@code removed} names what was taken out of what somebody sent. */
public record PlainText(String value, List<String> removed) {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?:[\\s/][^<>]*)?>|<!|<\\?");
    private static final Pattern OPENER = Pattern.compile("<(?=[a-zA-Z/!?])");
    /** Possessive throughout: neither long runs of blanks nor of empty lines may take long. */
    private static final Pattern BLANK_LINES = Pattern.compile("(?<![ \\t])[ \\t]*+\\n(?:[ \\t]*+\\n)++");

    private static final String ACTIVE =
            "script, style, noscript, iframe, object, embed, applet, svg, math, template, form, link, meta, base";
    private static final String BLOCKS = "p, div, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, tr, table, pre";

    /** Cleans {@code raw}: known tags become their text, active elements vanish, any other {@code <} stays harmless. */
    public static PlainText of(@Nullable String raw) {
        if (raw == null) {
            return new PlainText("", List.of());
        }
        String printable = UNPRINTABLE
                .matcher(raw.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("");
        if (printable.indexOf('<') < 0) {
            return new PlainText(printable.strip(), List.of());
        }
        Set<String> removed = new LinkedHashSet<>();
        String text = hasMarkup(printable) ? withoutMarkup(printable, removed) : printable;
        return new PlainText(OPENER.matcher(text).replaceAll("< ").strip(), List.copyOf(removed));
    }

    private static boolean hasMarkup(String text) {
        return TAG.matcher(text).results().anyMatch(tag -> tag.group(1) == null || Tag.isKnownTag(lower(tag.group(1))));
    }

    private static String withoutMarkup(String html, Set<String> removed) {
        Element body = Jsoup.parseBodyFragment(html).body();
        body.select(ACTIVE).forEach(element -> {
            removed.add(element.normalName());
            element.remove();
        });
        body.getAllElements()
                .forEach(element -> element.attributes().asList().stream()
                        .filter(PlainText::isActive)
                        .forEach(attribute -> removed.add(lower(attribute.getKey()))));
        if (body.childrenSize() > 0) {
            removed.add("markup");
        }
        body.select(BLOCKS).forEach(element -> {
            element.prependChild(new TextNode("\n\n"));
            element.appendChild(new TextNode("\n\n"));
        });
        return BLANK_LINES.matcher(body.wholeText()).replaceAll("\n\n");
    }

    private static boolean isActive(Attribute attribute) {
        String value = lower(attribute.getValue()).replaceAll("\\s", "");
        return lower(attribute.getKey()).startsWith("on") || value.startsWith("javascript:");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
