package health.consilium.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a document is found; plain text throughout.
 *
 * @param title the title or the question asked
 * @param topics names and synonyms of what it is about; they weigh like the title
 * @param headings headings and other short lines
 * @param body the running text, from which excerpts are cut; its whitespace is single spaces
 */
public record SearchText(
        String title,
        List<String> topics,
        List<String> headings,
        String body,
        List<String> authors,
        List<String> doctors,
        @Nullable String doi) {}
