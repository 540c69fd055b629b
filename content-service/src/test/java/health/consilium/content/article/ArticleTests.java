package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.article.Article.ReviewState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArticleTests {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private final Article draft = Article.drafted("burns", ArticleKind.PAGE, "burns", "ada", NOW);

    @Test
    void countsEveryChangeOnce() {
        Article published = draft.reviewed(ReviewState.APPROVED).published(NOW);

        assertThat(published.version()).isEqualTo(3);
        assertThat(published.draftVersion()).isEqualTo(1);
        assertThat(published.liveVersion()).isEqualTo(1);
        assertThat(published.renderedVersion()).isEqualTo(3);
    }

    @Test
    void losesApprovalAndScheduleWhenEdited() {
        Article edited = draft.reviewed(ReviewState.APPROVED).scheduled(NOW).edited("bob", "burns");

        assertThat(edited.reviewState()).isEqualTo(ReviewState.OPEN);
        assertThat(edited.publishAt()).isNull();
        assertThat(edited.draftVersion()).isEqualTo(edited.version());
    }

    @Test
    void callsOffTheScheduleWhenChangesAreRequested() {
        Article scheduled = draft.reviewed(ReviewState.APPROVED).scheduled(NOW);

        assertThat(scheduled.reviewed(ReviewState.CHANGES_REQUESTED).publishAt())
                .isNull();
    }

    @Test
    void remembersEveryoneWhoWorkedOnTheOpenDraft() {
        Article edited = draft.edited("bob", "burns");

        assertThat(edited.isDraftedBy("ada")).isTrue();
        assertThat(edited.isDraftedBy("bob")).isTrue();
    }

    @Test
    void startsANewListOfAuthorsOnceTheDraftIsPublic() {
        Article edited = draft.reviewed(ReviewState.APPROVED).published(NOW).edited("bob", "burns");

        assertThat(edited.isDraftedBy("ada")).isFalse();
        assertThat(edited.hasOpenDraft()).isTrue();
    }

    @Test
    void needsANewApprovalOnceWithdrawn() {
        Article withdrawn = draft.reviewed(ReviewState.APPROVED).published(NOW).withdrawn(NOW);

        assertThat(withdrawn.reviewState()).isEqualTo(ReviewState.OPEN);
        assertThat(withdrawn.isLive()).isFalse();
        assertThat(withdrawn.hasOpenDraft()).isTrue();
    }
}
