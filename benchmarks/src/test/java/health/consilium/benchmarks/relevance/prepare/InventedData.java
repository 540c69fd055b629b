package health.consilium.benchmarks.relevance.prepare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** A folder in the form of the shared data, with words that were made up. */
final class InventedData {
    private InventedData() {}

    static void write(Path shared) throws IOException {
        Path data = shared.resolve("data");
        write(data.resolve("medquad/medquad.jsonl.gz"), """
                {"id":"INV/1/1","document":"INV/1","source":"INV","url":"https://invented.example/1","focus":"Gonalgia","synonyms":["Sore knee","SK"],"question":"What is gonalgia ?","answer":"An invented ache."}
                {"id":"INV/1/2","document":"INV/1","source":"INV","url":"https://invented.example/1","focus":"Gonalgia","synonyms":["Sore knee","SK"],"question":"Who gets gonalgia ?","answer":"Invented people."}
                {"id":"INV/2/1","document":"INV/2","source":"INV","url":"https://invented.example/2","focus":"","synonyms":[],"question":"What is nothing ?","answer":"Nothing."}
                {"id":"INV/3/1","document":"INV/3","source":"INV","url":"https://invented.example/3","focus":"","synonyms":[],"question":"What is something ?","answer":"Something."}
                """);
        write(data.resolve("mediqa-qa/dev_alexa102.jsonl.gz"), """
                {"qid":"1","question":"Do hands hurt?","answers":[{"id":"1_A","score":4,"url":"https://invented.example","text":"Hands hurt."},{"id":"1_B","score":1,"url":"","text":"%s"}]}
                """.formatted(
                        "Invented words about hands. ".repeat(10).strip()));
        write(data.resolve("mediqa-qa/dev_val24.jsonl.gz"), """
                {"qid":"3","question":"Do feet hurt?","answers":[{"id":"3_A","score":2,"url":"","text":"Hands hurt."},{"id":"3_B","score":3,"url":"","text":"Nothing (Answers): Nothing!"},{"id":"3_C","score":1,"url":"","text":"Feet (Care): Wash them."}]}
                """);
        write(data.resolve("functional/medquad-synonym/dev.jsonl"), """
                {"qid":5,"query":"SK","focus":"Gonalgia","relevant_docs":["INV/1"]}
                """);
        write(data.resolve("functional/hpo-lay/medquad_focus.jsonl"), """
                {"hpo":"HP_1","query":"Sore knee","focus":"Gonalgia","relevant_docs":["INV/1"]}
                """);
        write(data.resolve("functional/maxfacts-spelling/queries.jsonl"), """
                {"uk":"Tumour","us":"Tumor","relevant_uris":["knees"]}
                """);
        write(data.resolve("maxfacts/content/knees.md"), """
                ---
                uri: knees
                title: Knees
                ---
                <p>An invented tumour.</p>
                """);
        write(data.resolve("lay-terms/hpo/layperson-synonyms.tsv"), """
                ?term\t?term_label\t?layperson
                <http://invented.example/1>\t"Gonalgia"\t"Sore knee"
                <http://invented.example/1>\t"Gonalgia"\t"Knee, sore"
                <http://invented.example/2>\t"Hand"\t"Hand"
                """);
        write(data.resolve("mqp/dev.tsv"), """
                row\tlabel\tdr_id\tquestion_1\tquestion_2
                1\t1\t1\tDoes my knee ache?\tIs my knee sore?
                2\t0\t1\tDoes my knee ache?\tDoes my knee bend?
                """);
        write(data.resolve("rqe/dev_amia.tsv"), """
                pid\tlabel\tchq\tfaq
                1\t1\tHello, my knee aches. Thanks!\tWhat helps a sore knee?
                """);
        write(data.resolve("pubmedqa/pubmedqa_1000.jsonl.gz"), """
                {"pmid":"1","question":"Do invented knees bend?","abstract":"They do.","mesh":["Knee"],"year":"2020"}
                """);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
