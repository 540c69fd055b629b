package health.consilium.content.publication;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleBody.Heading;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleKind;
import health.consilium.content.article.Classification;
import health.consilium.content.article.Contributor;
import health.consilium.content.article.Revision;
import health.consilium.content.article.Source;
import health.consilium.content.page.Link;
import health.consilium.content.page.PageRef;
import health.consilium.content.page.Surroundings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published article as it is served and as it goes to Kafka. */
@Schema(name = "Article")
record ArticleDocument(
        String id,
        @Nullable String uri,
        ArticleKind kind,
        @Nullable String type,
        String title,
        @Nullable String surtitle,
        @Nullable String description,
        String language,
        int order,
        boolean hidden,
        List<Contributor> contributors,
        List<Classification> classifications,
        String body,
        List<Heading> outline,
        List<Link> links,
        List<PageRef> breadcrumb,
        @Nullable PageRef parent,
        @Nullable PageRef previous,
        @Nullable PageRef next,
        @Nullable PageRef furtherReading,
        @Nullable String redirectTo,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt,
        @Nullable LocalDate lastReviewedOn,
        @Nullable LocalDate reviewDueOn,
        List<String> formerUris,
        @Nullable Source source,
        @Nullable String sponsorDisclosure,
        int commentCount,
        String status,
        long version) {

    static ArticleDocument of(
            Article article, Revision revision, ArticleBody body, Surroundings surroundings, long version) {
        ArticleContent content = revision.content();
        return new ArticleDocument(
                article.id(),
                article.uri(),
                article.kind(),
                content.type(),
                content.title(),
                content.surtitle(),
                content.description(),
                content.language(),
                content.order(),
                content.hidden(),
                content.contributors(),
                content.classifications(),
                body.html(),
                body.outline(),
                surroundings.links(),
                surroundings.breadcrumb(),
                surroundings.parent(),
                surroundings.previous(),
                surroundings.next(),
                surroundings.furtherReading(),
                content.redirectTo(),
                article.createdAt(),
                revision.savedAt(),
                article.shown().publishedAt(),
                content.lastReviewedOn(),
                content.reviewDueOn(),
                surroundings.formerUris(),
                content.source(),
                content.sponsorDisclosure(),
                0,
                "published",
                version);
    }
}
