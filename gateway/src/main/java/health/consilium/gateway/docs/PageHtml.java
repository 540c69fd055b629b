package health.consilium.gateway.docs;

import health.consilium.gateway.docs.ProblemPagesController.Index;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The problem pages as HTML that needs no script and no other file. */
final class PageHtml {

    private static final String STYLE = """
            :root{color-scheme:light dark}\
            body{font:1rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}\
            code{font-size:.95em}li{margin:.4rem 0}""";

    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'".formatted(sha256(STYLE));

    private PageHtml() {}

    static String of(ProblemPage page) {
        return document(page.title(), """
                <p>Status <code>%d</code> · type <code>/problems/%s</code></p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p><a href="/problems">All problem types</a></p>
                """.formatted(
                        page.status(), text(page.slug()), text(page.meaning()), text(page.remedy())));
    }

    static String of(Index index) {
        String items = index.items().stream()
                .map(page -> "<li><code>%d</code> <a href=\"/problems/%s\">%s</a></li>"
                        .formatted(page.status(), text(page.slug()), text(page.title())))
                .collect(Collectors.joining("\n"));
        return document("Problem types", """
                <p>Every error of the API names one of these in its <code>type</code>.</p>
                <ul>
                %s
                </ul>
                """.formatted(items));
    }

    private static String document(String title, String content) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s · Consilium</title>
                <style>%2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %3$s</main>
                </body>
                </html>
                """.formatted(text(title), STYLE, content);
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, "UTF-8");
    }

    private static String sha256(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
