package health.consilium.content.ingest;

import health.consilium.content.article.Moments;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import org.springframework.stereotype.Component;

@Component
class FrontMatterHandler implements RecordHandler {

    private final ImportedArticles articles;

    FrontMatterHandler(ImportedArticles articles) {
        this.articles = articles;
    }

    @Override
    public String format() {
        return "front-matter";
    }

    @Override
    public Outcome handle(ImportRecord record) {
        return articles.take(FrontMatterArticles.read(record.content(), Moments.now()));
    }
}
