package health.consilium.acceptance;

import health.consilium.acceptance.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What each link of a collection's pages is known to lead to. */
record LinkExpectations(Map<String, List<LinkExpectations.Known>> byPage) {
    /** A link as written, and how it resolves: uri, id, home, external or unresolved. */
    record Known(String href, String resolution) {
        boolean isMetBy(JsonNode link) {
            String by = link.path("by").asString("none");
            String status = link.path("status").asString();
            return switch (resolution) {
                case "uri", "id" -> by.equals(resolution) && status.equals("ok");
                case "home" -> status.equals("ok") || status.equals("external");
                case "external" -> status.equals("external");
                default -> Set.of("missing", "asset").contains(status);
            };
        }
    }

    /** The list was made with the blank at the end of this id; here ids are trimmed, so the links to it lead there. */
    private static final String TRIMMED = "/treatment-other-medication-delivery-level3";

    static LinkExpectations read(Path file) {
        try {
            return new LinkExpectations(Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.groupingBy(
                            fields -> fields[0],
                            TreeMap::new,
                            Collectors.mapping(
                                    fields -> new Known(fields[1], fields[1].equals(TRIMMED) ? "id" : fields[2]),
                                    Collectors.toList()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The links that are served otherwise, each in words. */
    List<String> unmet(Api reader) {
        return Parallel.map(byPage.keySet(), page -> unmet(reader, page)).stream()
                .flatMap(List::stream)
                .toList();
    }

    String summary() {
        Map<String, Long> counts = byPage.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(Known::resolution, TreeMap::new, Collectors.counting()));
        return "all as expected " + counts;
    }

    private List<String> unmet(Api reader, String page) {
        JsonNode links = reader.get("/articles/resolve?ref=" + Api.encoded(page))
                .expect(200)
                .json()
                .path("links");
        List<String> unmet = new ArrayList<>();
        for (Known known : byPage.getOrDefault(page, List.of())) {
            List<JsonNode> served = links.valueStream()
                    .filter(link ->
                            link.path("ref").asString().replaceAll("\\s", "").equals(known.href()))
                    .toList();
            if (served.isEmpty() || !served.stream().allMatch(known::isMetBy)) {
                unmet.add("%s: %s %s is served as %s".formatted(page, known.href(), known.resolution(), served));
            }
        }
        return unmet;
    }
}
