package health.consilium.content.ingest;

import health.consilium.content.article.PlainText;
import health.consilium.content.paper.Doi;
import health.consilium.content.paper.Paper;
import health.consilium.content.paper.Paper.Author;
import health.consilium.content.paper.Paper.CitationCount;
import health.consilium.content.paper.Paper.Identifiers;
import health.consilium.content.paper.Paper.Journal;
import health.consilium.content.paper.Paper.Localized;
import health.consilium.content.paper.Paper.OpenAccess;
import health.consilium.content.paper.Paper.PublicationDate;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads bibliographic records in JSON as papers. */
final class PaperJsonPapers {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:T.*)?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://\\S+");

    private PaperJsonPapers() {}

    static Paper read(byte[] record) {
        var json = PaperJson.parse(record);
        String title = PlainText.orNull(json.text("title"));
        if (title == null) {
            throw new Rejected("has no title");
        }
        return new Paper(
                doi(json),
                title,
                authors(json),
                journal(json),
                date(json),
                json.text("abstract"),
                json.texts("fieldsOfStudy"),
                json.texts("publicationTypes"),
                openAccess(json),
                identifiers(json),
                citationCount(json),
                localized(json),
                json.text("license"));
    }

    private static @Nullable String doi(PaperJson json) {
        return Stream.of("doi", "DOIUrl", "ListUrlMain", "url")
                .map(field -> Doi.normalise(json.text(field)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<Author> authors(PaperJson json) {
        String byline = json.text("authors");
        var authors = new ArrayList<Author>();
        for (String name : byline == null ? new String[0] : SEPARATOR.split(byline)) {
            String tidy = PlainText.of(name);
            if (!tidy.isEmpty()) {
                authors.add(new Author(tidy, authors.size() + 1));
            }
        }
        return List.copyOf(authors);
    }

    private static @Nullable Journal journal(PaperJson json) {
        String named = json.text("journal", "name");
        String name = named == null ? json.text("PeriodicalName") : named;
        return name == null
                ? null
                : new Journal(
                        name,
                        json.text("journal", "volume"),
                        json.text("journal", "issue"),
                        json.text("journal", "pages"));
    }

    /** A day is precise unless it is the first of January, which sources write for a bare year. */
    private static @Nullable PublicationDate date(PaperJson json) {
        String text = json.text("publicationDate");
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.matches()) {
            return null;
        }
        int year = Integer.parseInt(date.group(1));
        int month = date.group(2) == null ? 1 : Integer.parseInt(date.group(2));
        int day = date.group(3) == null ? 1 : Integer.parseInt(date.group(3));
        boolean wholeYear = date.group(2) == null || (date.group(3) != null && month == 1 && day == 1);
        try {
            String precision = wholeYear ? "year" : date.group(3) == null ? "month" : "day";
            return new PublicationDate(LocalDate.of(year, month, day), precision);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static @Nullable OpenAccess openAccess(PaperJson json) {
        Boolean isOpen = json.flag("isOpenAccess");
        String address = json.text("openAccessPdf");
        String pdf = (address != null && WEB_ADDRESS.matcher(address).matches()) ? address : null;
        return (isOpen == null && pdf == null) ? null : new OpenAccess(isOpen, pdf);
    }

    private static Identifiers identifiers(PaperJson json) {
        boolean fromSemanticScholar = "Semantic Scholar".equals(platform(json));
        return new Identifiers(
                json.text("PMID"), json.text("PMCID"), fromSemanticScholar ? json.text("paperid") : null);
    }

    private static @Nullable CitationCount citationCount(PaperJson json) {
        Integer count = json.count("citationCount");
        return count == null ? null : new CitationCount(count, platform(json), null);
    }

    private static @Nullable String platform(PaperJson json) {
        String platform = json.text("platform");
        return "Semanticscholar".equalsIgnoreCase(platform) ? "Semantic Scholar" : platform;
    }

    private static List<Localized> localized(PaperJson json) {
        String title = json.text("TitleCN");
        String summary = json.text("AbstractTextCN");
        return (title == null && summary == null) ? List.of() : List.of(new Localized("zh", title, summary));
    }
}
