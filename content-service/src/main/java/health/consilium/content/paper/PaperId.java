package health.consilium.content.paper;

import health.consilium.content.paper.Paper.Author;
import health.consilium.content.paper.Paper.PublicationDate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Derives a paper's id from what identifies it, so that the same paper gets the same id wherever it comes from. */
final class PaperId {

    private static final Pattern READABLE = Pattern.compile("10\\.\\d+/[a-z0-9.-]{1,100}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9.]+");
    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PaperId() {}

    static String of(Paper paper) {
        String doi = paper.doi();
        if (doi == null) {
            return "paper-" + digest(key(paper.title(), paper.authors(), paper.publishedOn()));
        }
        if (READABLE.matcher(doi).matches()) {
            return doi.replace('/', '-');
        }
        String readable = OTHER.matcher(doi).replaceAll("-");
        return readable.substring(0, Math.min(readable.length(), 80)) + "-"
                + digest(doi).substring(0, 10);
    }

    private static String key(String title, List<Author> authors, @Nullable PublicationDate publishedOn) {
        String first = authors.isEmpty() ? "" : authors.getFirst().name();
        String year =
                publishedOn == null ? "" : Integer.toString(publishedOn.date().getYear());
        return LETTERS.matcher((title + " " + first).toLowerCase(Locale.ROOT)).replaceAll(" ") + " " + year;
    }

    private static String digest(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
    }
}
