package health.consilium.content.ingest;

import health.consilium.content.article.Article;
import health.consilium.content.article.Moments;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Takes documents with front matter. A batch is read first, so that what is known of its articles is asked at once.
 * Imports are worked through by one thread.
 */
@Component
class FrontMatterHandler implements RecordHandler {

    private final ImportedArticles articles;
    private final Map<ImportRecord, ImportedArticle> read = new HashMap<>();
    private Map<String, Article> known = Map.of();

    FrontMatterHandler(ImportedArticles articles) {
        this.articles = articles;
    }

    @Override
    public String format() {
        return "front-matter";
    }

    @Override
    public void prepare(List<ImportRecord> batch) {
        read.clear();
        for (ImportRecord record : batch) {
            try {
                read.put(record, FrontMatterArticles.read(record, Moments.now()));
            } catch (Rejected refused) {
                read.remove(record);
            }
        }
        known = articles.lock(
                read.values().stream().map(ImportedArticle::id).distinct().toList());
    }

    /** What it has read of a record is forgotten here, so that nothing of a job outlives it. */
    @Override
    public Outcome handle(ImportRecord record) {
        ImportedArticle article = read.remove(record);
        return articles.take(article == null ? FrontMatterArticles.read(record, Moments.now()) : article, known);
    }
}
