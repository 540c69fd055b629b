package health.consilium.content.ingest;

import health.consilium.content.article.Article;
import health.consilium.content.article.Article.Origin;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Duplicates;
import health.consilium.content.article.Moments;
import health.consilium.content.article.Revision;
import health.consilium.content.article.draft.DraftRules;
import health.consilium.content.publication.ArticlePublisher;
import health.consilium.defaults.imports.RecordHandler.Outcome;
import health.consilium.defaults.imports.RecordHandler.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes articles in and makes them public at once; what is the same as last time is left alone. */
@Component
class ImportedArticles {

    private final Articles articles;
    private final ArticlePublisher publisher;
    private final DraftRules rules;

    ImportedArticles(Articles articles, ArticlePublisher publisher, DraftRules rules) {
        this.articles = articles;
        this.publisher = publisher;
        this.rules = rules;
    }

    /** The articles of a batch as they are known here, locked until its transaction ends. */
    Map<String, Article> lock(List<String> ids) {
        articles.planOnce();
        return new HashMap<>(articles.lockAll(ids));
    }

    /** Takes one article of a batch; {@code known} is kept up to date, as an id may come twice. */
    Outcome take(ImportedArticle imported, Map<String, Article> known) {
        Article former = known.get(imported.id());
        if (former != null && former.isImportOf(imported.origin().hash())) {
            return Outcome.UNCHANGED;
        }
        requireSound(imported);
        if (former != null) {
            requireReplaceable(former, imported);
        }
        try {
            known.put(imported.id(), former == null ? create(imported) : update(former, imported));
        } catch (DuplicateKeyException taken) {
            if (Duplicates.concernsUri(taken)) {
                throw new Rejected("the uri '%s' belongs to another article".formatted(imported.uri()));
            }
            throw taken;
        }
        return former == null ? Outcome.CREATED : Outcome.UPDATED;
    }

    /** The same rules hold as for what editors write. */
    private void requireSound(ImportedArticle imported) {
        var violations = rules.violations(imported.id(), imported.kind(), imported.uri(), imported.content());
        if (!violations.isEmpty()) {
            throw new Rejected(violations.stream()
                    .map(violation -> violation.pointer() + " " + violation.detail())
                    .sorted()
                    .collect(Collectors.joining("; ")));
        }
    }

    private static void requireReplaceable(Article former, ImportedArticle imported) {
        if (!imported.ownId() && !isWhatItBecame(former, imported)) {
            throw new Rejected(
                    "its id would be '%s', which is another article's; give it an id".formatted(imported.id()));
        }
        if (former.kind() != imported.kind()) {
            throw new Rejected("is a %s here, and an article keeps its kind".formatted(former.kind()));
        }
        if (former.origin() == null) {
            throw new Rejected("was written here; an import does not replace the work of editors");
        }
        if (former.isWithdrawn()) {
            throw new Rejected("was withdrawn here; an editor has to publish it again");
        }
        if (former.hasOpenDraft()) {
            throw new Rejected("an editor is working on a draft of this article");
        }
    }

    /** Without an id of its own, a page is known again by its uri, a post by what its record is called. */
    private static boolean isWhatItBecame(Article former, ImportedArticle imported) {
        Origin origin = former.origin();
        return origin != null
                && former.kind() == imported.kind()
                && (imported.uri() == null
                        ? origin.name().equals(imported.origin().name())
                        : imported.uri().equals(former.uri()));
    }

    private Article create(ImportedArticle imported) {
        var article = Article.imported(
                imported.id(), imported.kind(), imported.uri(), imported.createdAt(), Moments.now(), imported.origin());
        articles.add(article, imported.content(), null, imported.updatedAt());
        publisher.publishImported(article, revision(article, imported), imported.body());
        return article;
    }

    private Article update(Article former, ImportedArticle imported) {
        Article article = former.imported(imported.uri(), Moments.now(), imported.origin());
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
