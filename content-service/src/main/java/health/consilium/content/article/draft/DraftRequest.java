package health.consilium.content.article.draft;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody;
import health.consilium.content.article.ArticleContent;
import health.consilium.content.article.ArticleId;
import health.consilium.content.article.ArticleKind;
import health.consilium.content.article.Classification;
import health.consilium.content.article.Contributor;
import health.consilium.content.article.Source;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an editor may set of an article; a draft as it was read may be sent back as it is. */
@Schema(name = "ArticleDraft")
@JsonIgnoreProperties({"state", "version", "publishAt", "updatedAt", "sanitised"})
record DraftRequest(
        @Nullable @Pattern(regexp = ArticleId.FORM, message = ArticleId.RULE)
        String id,

        @Nullable ArticleKind kind,
        @Nullable String uri,
        @Nullable @Size(max = 50) String type,
        @NotBlank @Size(max = 500) String title,
        @Nullable @Size(max = 200) String surtitle,
        @Nullable @Size(max = 2000) String description,

        @Nullable
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "must be a language tag such as en or en-GB")
        String language,

        @Nullable Integer order,
        @Nullable Boolean hidden,
        @Nullable @Size(max = 100) List<@NotNull @Valid Contributor> contributors,
        @Nullable @Size(max = 100) List<@NotNull @Valid Classification> classifications,
        @Nullable String body,
        @Nullable LocalDate lastReviewedOn,
        @Nullable LocalDate reviewDueOn,
        @Nullable @Valid Source source,
        @Nullable @Size(max = 2000) String sponsorDisclosure,
        @Nullable @Size(max = 500) String furtherReading,
        @Nullable @Size(max = 500) String redirectTo) {

    static DraftRequest of(Article article, ArticleContent content) {
        return of(article.id(), article.kind(), article.uri(), content);
    }

    static DraftRequest of(String id, ArticleKind kind, @Nullable String uri, ArticleContent content) {
        return new DraftRequest(
                id,
                kind,
                uri,
                content.type(),
                content.title(),
                content.surtitle(),
                content.description(),
                content.language(),
                content.order(),
                content.hidden(),
                content.contributors(),
                content.classifications(),
                content.body(),
                content.lastReviewedOn(),
                content.reviewDueOn(),
                content.source(),
                content.sponsorDisclosure(),
                content.furtherReading(),
                content.redirectTo());
    }

    ArticleBody cleanBody() {
        return ArticleBody.clean(Objects.requireNonNullElse(body, ""));
    }

    ArticleContent content(ArticleBody clean) {
        return new ArticleContent(
                title,
                type,
                surtitle,
                description,
                Objects.requireNonNullElse(language, "en"),
                Objects.requireNonNullElse(order, 0),
                Objects.requireNonNullElse(hidden, false),
                Objects.requireNonNullElse(contributors, List.of()),
                Objects.requireNonNullElse(classifications, List.of()),
                clean.html(),
                lastReviewedOn,
                reviewDueOn,
                source,
                sponsorDisclosure,
                furtherReading,
                redirectTo);
    }
}
