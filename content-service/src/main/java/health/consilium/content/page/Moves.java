package health.consilium.content.page;

import health.consilium.content.article.Article;
import health.consilium.content.article.Articles;
import health.consilium.content.article.Duplicates;
import health.consilium.content.article.PageUri;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemType;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves a page and the pages below it to another place in the tree. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Moves {

    private static final ProblemType NOT_MOVABLE = new ProblemType("not-movable", 409, "Cannot be moved there");

    private final Articles articles;
    private final Pages pages;

    Moves(Articles articles, Pages pages) {
        this.articles = articles;
        this.pages = pages;
    }

    /**
     * Gives a page and all below it their new uris, drafts included; public ones leave a redirect behind.
     *
     * @return the moved articles as they now are, in the order of their uris
     */
    public List<Article> move(Article page, String newUri) {
        String oldUri = requireMovable(page, newUri);
        List<Article> tree = articles.lockTree(oldUri);
        List<Article> moved = tree.stream()
                .map(article -> article.movedTo(newUri + suffix(article, oldUri)))
                .sorted((one, other) -> String.valueOf(one.uri()).compareTo(String.valueOf(other.uri())))
                .toList();
        requireValid(moved);
        requireFree(moved);
        try {
            articles.relocate(moved);
        } catch (DuplicateKeyException taken) {
            throw Duplicates.of(taken);
        }
        pages.redirect(tree.stream()
                .filter(Article::isLive)
                .map(article -> new PageRef(article.id(), article.uri(), ""))
                .toList());
        pages.relocateWithdrawn(moved.stream().filter(Article::isWithdrawn).toList());
        return moved;
    }

    private static String requireMovable(Article page, String newUri) {
        String oldUri = page.uri();
        if (oldUri == null) {
            throw new ProblemException(NOT_MOVABLE, "A post has no uri, so it cannot be moved.");
        }
        if (!PageUri.isValid(newUri)) {
            throw invalid(PageUri.RULE);
        }
        if (newUri.startsWith(oldUri + "/")) {
            throw new ProblemException(NOT_MOVABLE, "A page cannot be moved below itself.");
        }
        return oldUri;
    }

    private static void requireValid(List<Article> moved) {
        moved.stream()
                .filter(article -> !PageUri.isValid(String.valueOf(article.uri())))
                .findFirst()
                .ifPresent(article -> {
                    throw invalid("makes too long a uri for '%s', which is below this page".formatted(article.id()));
                });
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemTypes.INVALID_REQUEST, "The body has invalid fields; see errors.")
                .error("/uri", detail);
    }

    private void requireFree(List<Article> moved) {
        Set<String> moving = moved.stream().map(Article::id).collect(Collectors.toSet());
        for (Article article : moved) {
            String uri = String.valueOf(article.uri());
            articles.ownerOf(uri).filter(owner -> !moving.contains(owner)).ifPresent(owner -> {
                throw Duplicates.uri(uri, owner);
            });
        }
    }

    private static String suffix(Article article, String oldUri) {
        return String.valueOf(article.uri()).substring(oldUri.length());
    }
}
