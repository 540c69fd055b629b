package health.consilium.content.ingest;

import health.consilium.content.article.Article;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Moments;
import health.consilium.content.article.Revision;
import health.consilium.content.publication.ArticlePublisher;
import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** The articles of a batch as they are known here, locked until its transaction ends. */
    Map<String, Article> lock(List<String> ids) {
        articles.planOnce();
        return new HashMap<>(articles.lockAll(ids));
    }

    /** Takes one article of a batch; {@code known} is kept up to date, as an id may come twice. */
    Outcome take(ImportedArticle imported, Map<String, Article> known) {
        Article former = known.get(imported.id());
        if (former != null && former.isLive() && imported.hash().equals(former.importHash())) {
            return Outcome.UNCHANGED;
        }
        try {
            known.put(imported.id(), former == null ? create(imported) : update(former, imported));
        } catch (DuplicateKeyException taken) {
            throw new Rejected("the uri '%s' belongs to another article".formatted(imported.uri()));
        }
        return former == null ? Outcome.CREATED : Outcome.UPDATED;
    }

    private Article create(ImportedArticle imported) {
        var article = Article.imported(
                imported.id(), imported.kind(), imported.uri(), imported.createdAt(), Moments.now(), imported.hash());
        articles.add(article, imported.content(), null, imported.updatedAt());
        publisher.publishImported(article, revision(article, imported), imported.body());
        return article;
    }

    private Article update(Article former, ImportedArticle imported) {
        if (former.kind() != imported.kind()) {
            throw new Rejected("is a %s here, and an article keeps its kind".formatted(former.kind()));
        }
        if (former.hasOpenDraft() && !former.isWithdrawn()) {
            throw new Rejected("an editor is working on a draft of this article");
        }
        Article article = former.imported(imported.uri(), Moments.now(), imported.hash());
        articles.save(article, imported.content(), null, imported.updatedAt());
        String leftUri = leftUri(former, imported);
        if (leftUri == null) {
            publisher.publishImported(article, revision(article, imported), imported.body());
        } else {
            publisher.publishMoved(article, revision(article, imported), imported.body(), leftUri);
        }
        return article;
    }

    private static @Nullable String leftUri(Article former, ImportedArticle imported) {
        String uri = former.uri();
        return (former.isLive() && uri != null && !uri.equals(imported.uri())) ? uri : null;
    }

    private static Revision revision(Article article, ImportedArticle imported) {
        return new Revision(article.id(), article.draftVersion(), imported.content(), null, imported.updatedAt());
    }
}
