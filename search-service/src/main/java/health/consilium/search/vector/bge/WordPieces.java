package health.consilium.search.vector.bge;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Splits a text into the pieces of words that an uncased BERT model knows by number. */
final class WordPieces {

    private static final int LONGEST_WORD = 100;
    private static final String CONTINUATION = "##";

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.start = Objects.requireNonNull(vocabulary.get("[CLS]"));
        this.end = Objects.requireNonNull(vocabulary.get("[SEP]"));
        this.unknown = Objects.requireNonNull(vocabulary.get("[UNK]"));
    }

    /** Reads the vocabulary from a {@code tokenizer.json}. */
    static WordPieces read(InputStream tokenizer) {
        Map<String, Integer> vocabulary = new HashMap<>();
        new JsonMapper()
                .readTree(tokenizer)
                .path("model")
                .path("vocab")
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return new WordPieces(vocabulary);
    }

    /** The numbers of a text's pieces between those of start and end, cut to {@code most}. */
    long[] ids(String text, int most) {
        long[] ids = new long[most];
        int count = 0;
        ids[count++] = start;
        for (String word : Words.of(text)) {
            for (int piece : pieces(word)) {
                if (count == most - 1) {
                    break;
                }
                ids[count++] = piece;
            }
        }
        ids[count++] = end;
        return Arrays.copyOf(ids, count);
    }

    /** From the left, always the longest piece that is known; a word with an unknown rest is unknown as a whole. */
    private List<Integer> pieces(String word) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            return List.of(unknown);
        }
        List<Integer> pieces = new ArrayList<>();
        int at = 0;
        while (at < word.length()) {
            int stop = word.length();
            Integer piece = piece(word, at, stop);
            while (piece == null && stop > at + 1) {
                stop = word.offsetByCodePoints(stop, -1);
                piece = piece(word, at, stop);
            }
            if (piece == null) {
                return List.of(unknown);
            }
            pieces.add(piece);
            at = stop;
        }
        return pieces;
    }

    private @Nullable Integer piece(String word, int from, int to) {
        String piece = word.substring(from, to);
        return vocabulary.get(from == 0 ? piece : CONTINUATION + piece);
    }
}
