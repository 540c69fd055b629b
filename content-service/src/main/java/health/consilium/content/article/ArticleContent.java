package health.consilium.content.article;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an editor writes about an article, cleaned: unknown is {@code null}, the body is safe HTML. */
public record ArticleContent(
        String title,
        @Nullable String type,
        @Nullable String surtitle,
        @Nullable String description,
        String language,
        int order,
        boolean hidden,
        List<Contributor> contributors,
        List<Classification> classifications,
        String body,
        @Nullable LocalDate lastReviewedOn,
        @Nullable LocalDate reviewDueOn,
        @Nullable Source source,
        @Nullable String sponsorDisclosure,
        @Nullable String furtherReading,
        @Nullable String redirectTo) {

    public ArticleContent {
        title = PlainText.of(title);
        type = PlainText.orNull(type);
        surtitle = PlainText.orNull(surtitle);
        description = PlainText.orNull(description);
        sponsorDisclosure = PlainText.orNull(sponsorDisclosure);
        furtherReading = PlainText.orNull(furtherReading);
        redirectTo = PlainText.orNull(redirectTo);
        source = source == null ? null : source.tidied();
        contributors = contributors.stream()
                .map(one -> new Contributor(PlainText.of(one.role()), PlainText.of(one.name())))
                .distinct()
                .toList();
        classifications = classifications.stream()
                .map(Classification::identified)
                .distinct()
                .toList();
    }
}
