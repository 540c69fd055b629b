package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.Revision;
import health.consilium.content.page.Address;
import health.consilium.content.page.Pages;
import health.consilium.content.page.Surroundings;
import org.springframework.stereotype.Component;

/** Makes the document of an article from its text and from what is around it. */
@Component
class Renderer {

    private final Pages pages;
    private final DocumentWriter writer;

    Renderer(Pages pages, DocumentWriter writer) {
        this.pages = pages;
        this.writer = writer;
    }

    Rendering render(Article article, Revision revision) {
        return render(article, revision, ArticleBody.of(revision.content().body()));
    }

    Rendering render(Article article, Revision revision, ArticleBody body) {
        var address = Address.of(article, revision.content());
        var surroundings =
                pages.around(address, body.hyperlinks(), revision.content().furtherReading());
        return new Rendering(article, revision, body, address, surroundings);
    }

    byte[] document(Rendering rendering, long version) {
        return writer.write(ArticleDocument.of(
                rendering.article(), rendering.revision(), rendering.body(), rendering.surroundings(), version));
    }

    byte[] withdrawn(Article article) {
        return writer.write(new WithdrawnDocument(
                article.id(),
                article.uri(),
                "withdrawn",
                article.version(),
                article.shown().withdrawnAt()));
    }

    /** An article with its text read and its surroundings looked up. */
    record Rendering(Article article, Revision revision, ArticleBody body, Address address, Surroundings surroundings) {

        /** The same for a later version of the article. */
        Rendering of(Article later) {
            return new Rendering(later, revision, body, address, surroundings);
        }
    }
}
