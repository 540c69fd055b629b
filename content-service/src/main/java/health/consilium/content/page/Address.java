package health.consilium.content.page;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.PageUri;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What other articles know of a public one: where it is, what it is called, its rank among its siblings. */
public record Address(String id, @Nullable String uri, String title, int order, boolean hidden, boolean withdrawn) {

    /** The address of an article with this content. */
    public static Address of(Article article, ArticleContent content) {
        return new Address(article.id(), article.uri(), content.title(), content.order(), content.hidden(), false);
    }

    /** The uri above, empty at the top of the tree, {@code null} for a post. */
    @Nullable
    String parentUri() {
        return uri == null ? null : Objects.requireNonNullElse(PageUri.parentOf(uri), "");
    }

    PageRef ref() {
        return new PageRef(id, uri, title);
    }
}
