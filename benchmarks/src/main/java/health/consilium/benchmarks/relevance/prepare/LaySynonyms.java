package health.consilium.benchmarks.relevance.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lay terms of the Human Phenotype Ontology as synonyms in Solr's form, a line for each clinical term. */
record LaySynonyms(SharedData shared) {

    void write(Path folder, String name) throws IOException {
        Map<String, Set<String>> terms = new LinkedHashMap<>();
        for (Map<String, String> row : shared.rows("lay-terms/hpo/layperson-synonyms.tsv")) {
            String clinical = unquoted(row.getOrDefault("?term_label", ""));
            terms.computeIfAbsent(clinical, unseen -> new LinkedHashSet<>(List.of(unseen)))
                    .add(unquoted(row.getOrDefault("?layperson", "")));
        }
        List<String> lines = new ArrayList<>();
        terms.values().stream()
                .filter(words -> words.size() > 1)
                .map(words -> words.stream().map(LaySynonyms::escaped).collect(Collectors.joining(", ")))
                .forEach(lines::add);
        Files.createDirectories(folder);
        Files.write(folder.resolve(name), lines);
    }

    private static String unquoted(String cell) {
        return cell.replaceAll("^\"|\"$", "").strip();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace(",", "\\,").replace("=>", "\\=>");
    }
}
