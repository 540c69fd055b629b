package health.consilium.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;

/** A page that nobody wrote, as a front-matter document; its title names its number and edition. */
record InventedPage(String marker, int number, int edition, int pages) {
    private static final String[] WORDS = {
        "ankle", "bandage", "calm", "dressing", "evening", "fluid", "gentle", "healing", "itching", "joint", "knee",
        "light", "morning", "nurse", "often", "patient", "quiet", "resting", "swelling", "tissue", "usual", "vessel",
        "walking", "yearly"
    };

    String id() {
        return "%s-%05d".formatted(marker, number);
    }

    /** Pages of a hundred share a section. */
    String uri() {
        return "%s/section-%02d/page-%05d".formatted(marker, number / 100, number);
    }

    String title() {
        return "Page %d, edition %d".formatted(number, edition);
    }

    InventedPage next() {
        return new InventedPage(marker, (number + 1) % pages, edition, pages);
    }

    /** Links to its successor by uri and to the page opposite by id; half of them lead to pages not yet there. */
    byte[] document() {
        InventedPage opposite = new InventedPage(marker, (number + pages / 2) % pages, edition, pages);
        return """
                ---
                id: %s
                uri: %s
                title: %s
                type: level1
                authorship: Authored by Invented Person;Proof-read/edited by Another Person
                order: %d
                updated_at: 2026-02-01T00:00:0%dZ
                created_at: 2026-01-01T00:00:00Z
                ---

                <p>An invented page with the word %s in it. Read <a href="/%s">the next one</a> or
                <a href="/%s">the one opposite</a>.</p>
                %s
                """.formatted(id(), uri(), title(), number, edition, marker, next().uri(), opposite.id(), paragraphs())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String paragraphs() {
        var random = new Random(number * 31L + edition);
        return random.ints(4)
                .mapToObj(paragraph -> random.ints(60, 0, WORDS.length)
                        .mapToObj(word -> WORDS[word])
                        .collect(Collectors.joining(" ", "<p>", ".</p>")))
                .collect(Collectors.joining("\n"));
    }
}
