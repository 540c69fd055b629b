package health.consilium.content.article.draft;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleId;
import health.consilium.content.article.ArticleKind;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Duplicates;
import health.consilium.content.article.Moments;
import health.consilium.content.article.PageUri;
import health.consilium.content.article.Revision;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.defaults.web.EntityTags;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes drafts: what readers see is left alone. */
@Component
class Drafts {

    /** A saved draft, and the article as it now stands. */
    record Saved(Article article, DraftView view) {}

    private final Articles articles;

    Drafts(Articles articles) {
        this.articles = articles;
    }

    @Transactional
    public Saved create(DraftRequest request, String author) {
        ArticleKind kind = request.kind() != null ? request.kind() : kindFor(request.uri());
        String uri = uri(kind, request.uri());
        requireFree(uri, null);
        var article = Article.drafted(freeId(request, uri), kind, uri, author, Moments.now());
        ArticleBody body = request.cleanBody();
        ArticleContent content = request.content(body);
        unlessTaken(() -> articles.add(article, content, author, article.createdAt()));
        return saved(article, content, body, author, article.createdAt());
    }

    @Transactional(readOnly = true)
    public DraftView read(String id) {
        Article article = articles.get(id);
        return DraftView.of(article, articles.revision(id, article.draftVersion()), List.of());
    }

    /** Saves what {@code change} makes of the current draft, if {@code ifMatch} names that one. */
    @Transactional
    public Saved save(String id, @Nullable String ifMatch, UnaryOperator<DraftRequest> change, String author) {
        Article article = articles.lock(id);
        EntityTags.requireCurrent(ifMatch, article.stateVersion());
        ArticleContent current = articles.revision(id, article.draftVersion()).content();
        DraftRequest request = change.apply(DraftRequest.of(article, current));
        requireSameIdentity(article, request);
        String uri = request.uri() == null ? article.uri() : uri(article.kind(), request.uri());
        if (!Objects.equals(uri, article.uri())) {
            requireUnpublished(article);
            requireFree(uri, id);
        }
        ArticleBody body = request.cleanBody();
        ArticleContent content = request.content(body);
        if (content.equals(current) && Objects.equals(uri, article.uri())) {
            Revision unchanged = articles.revision(id, article.draftVersion());
            return new Saved(article, DraftView.of(article, unchanged, body.removed()));
        }
        Article edited = article.edited(author, uri);
        Instant now = Moments.now();
        unlessTaken(() -> articles.save(edited, content, author, now));
        return saved(edited, content, body, author, now);
    }

    private static Saved saved(Article article, ArticleContent content, ArticleBody body, String author, Instant now) {
        var revision = new Revision(article.id(), article.draftVersion(), content, author, now);
        return new Saved(article, DraftView.of(article, revision, body.removed()));
    }

    private static ArticleKind kindFor(@Nullable String uri) {
        return uri == null ? ArticleKind.POST : ArticleKind.PAGE;
    }

    private static @Nullable String uri(ArticleKind kind, @Nullable String uri) {
        if (kind == ArticleKind.POST) {
            if (uri != null) {
                throw invalid("/uri", "a post has no uri; leave it out or make the kind page");
            }
            return null;
        }
        if (uri == null) {
            throw invalid("/uri", "a page needs a uri");
        }
        if (!PageUri.isValid(uri)) {
            throw invalid("/uri", PageUri.RULE);
        }
        return uri;
    }

    private void requireFree(@Nullable String uri, @Nullable String self) {
        if (uri == null) {
            return;
        }
        articles.ownerOf(uri).filter(owner -> !owner.equals(self)).ifPresent(owner -> {
            throw Duplicates.uri(uri, owner);
        });
    }

    private String freeId(DraftRequest request, @Nullable String uri) {
        String wanted = request.id();
        if (wanted == null) {
            String base = ArticleId.near(ArticleId.derived(uri, request.title()));
            String free = base;
            for (int count = 2; articles.exists(free); count++) {
                free = base + "-" + count;
            }
            return free;
        }
        if (articles.exists(wanted)) {
            throw Duplicates.id(wanted);
        }
        return wanted;
    }

    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw Duplicates.of(taken);
        }
    }

    private static void requireSameIdentity(Article article, DraftRequest request) {
        if (request.id() != null && !request.id().equals(article.id())) {
            throw invalid("/id", "an article keeps its id");
        }
        if (request.kind() != null && request.kind() != article.kind()) {
            throw invalid("/kind", "an article keeps its kind");
        }
    }

    private static void requireUnpublished(Article article) {
        if (article.renderedVersion() != null) {
            throw new ProblemException(
                    ArticleProblems.URI_FIXED,
                    "Readers know this page by its uri. Move it with PUT /articles/%s/uri.".formatted(article.id()));
        }
    }

    private static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.")
                .error(pointer, detail);
    }
}
