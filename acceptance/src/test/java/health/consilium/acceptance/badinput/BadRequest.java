package health.consilium.acceptance.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/** A line of the table: a request, and the status and problem it must be answered with; no problem means it is fine. */
record BadRequest(
        String name,
        String method,
        String path,
        String token,
        String contentType,
        String headers,
        String body,
        int status,
        String problem) {

    static BadRequest of(ArgumentsAccessor row) {
        return new BadRequest(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                Integer.parseInt(text(row, 7)),
                text(row, 8));
    }

    /** With every placeholder replaced. */
    BadRequest filled(UnaryOperator<String> placeholders) {
        return new BadRequest(
                name,
                method,
                placeholders.apply(path),
                token,
                contentType,
                placeholders.apply(headers),
                placeholders.apply(body),
                status,
                problem);
    }

    /** The extra headers, each a name and a value. */
    List<String[]> headerLines() {
        List<String[]> lines = new ArrayList<>();
        for (String line : headers.split("\\|", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                lines.add(new String[] {
                    line.substring(0, colon), line.substring(colon + 1).strip()
                });
            }
        }
        return lines;
    }

    boolean isChunked() {
        return headers.contains("chunked");
    }

    private static String text(ArgumentsAccessor row, int column) {
        @Nullable String value = row.getString(column);
        return Objects.requireNonNullElse(value, "");
    }
}
