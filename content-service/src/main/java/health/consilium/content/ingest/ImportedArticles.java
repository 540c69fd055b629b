package health.consilium.content.ingest;

import health.consilium.content.article.Article;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Moments;
import health.consilium.content.article.Revision;
import health.consilium.content.publication.ArticlePublisher;
import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes articles in and makes them public at once; what is the same as last time is left alone. */
@Component
class ImportedArticles {

    private final Articles articles;
    private final ArticlePublisher publisher;

    ImportedArticles(Articles articles, ArticlePublisher publisher) {
        this.articles = articles;
        this.publisher = publisher;
    }

    Outcome take(ImportedArticle imported) {
        var known = articles.lockIfPresent(imported.id());
        try {
            return known.isPresent() ? update(known.get(), imported) : create(imported);
        } catch (DuplicateKeyException taken) {
            throw new Rejected("the uri '%s' belongs to another article".formatted(imported.uri()));
        }
    }

    private Outcome create(ImportedArticle imported) {
        var article = Article.imported(
                imported.id(), imported.kind(), imported.uri(), imported.createdAt(), Moments.now(), imported.hash());
        articles.add(article, imported.content(), null, imported.updatedAt());
        publisher.publishImported(article, revision(article, imported), imported.body());
        return Outcome.CREATED;
    }

    private Outcome update(Article known, ImportedArticle imported) {
        if (known.isLive() && imported.hash().equals(known.importHash())) {
            return Outcome.UNCHANGED;
        }
        if (known.kind() != imported.kind()) {
            throw new Rejected("is a %s here, and an article keeps its kind".formatted(known.kind()));
        }
        if (known.hasOpenDraft() && !known.isWithdrawn()) {
            throw new Rejected("an editor is working on a draft of this article");
        }
        Article article = known.imported(imported.uri(), Moments.now(), imported.hash());
        articles.save(article, imported.content(), null, imported.updatedAt());
        String formerUri = known.uri();
        if (known.isLive() && formerUri != null && !formerUri.equals(imported.uri())) {
            publisher.publishMoved(article, revision(article, imported), imported.body(), formerUri);
        } else {
            publisher.publishImported(article, revision(article, imported), imported.body());
        }
        return Outcome.UPDATED;
    }

    private static Revision revision(Article article, ImportedArticle imported) {
        return new Revision(article.id(), article.draftVersion(), imported.content(), null, imported.updatedAt());
    }
}
