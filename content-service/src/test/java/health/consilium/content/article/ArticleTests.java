package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.article.Article.ReviewState;
import java.time.Instant;
import java.util.stream.Stream;
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
        Article edited =
                draft.reviewed(ReviewState.APPROVED).scheduled(NOW, false).edited("bob", "burns");

        assertThat(edited.draft().review()).isEqualTo(ReviewState.OPEN);
        assertThat(edited.publishAt()).isNull();
        assertThat(edited.draftVersion()).isEqualTo(edited.version());
    }

    @Test
    void callsOffTheScheduleWhenChangesAreRequested() {
        Article scheduled = draft.reviewed(ReviewState.APPROVED).scheduled(NOW, false);

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

        assertThat(withdrawn.draft().review()).isEqualTo(ReviewState.OPEN);
        assertThat(withdrawn.isLive()).isFalse();
        assertThat(withdrawn.hasOpenDraft()).isTrue();
    }

    @Test
    void hasANewStateAfterEveryActOfAnEditorOrReviewer() {
        Article reviewed = draft.reviewed(ReviewState.APPROVED);
        Article scheduled = reviewed.scheduled(NOW, true);
        Article unscheduled = scheduled.unscheduled();
        Article moved = unscheduled.movedTo("scalds");
        Article published = moved.published(NOW);
        Article withdrawn = published.withdrawn(NOW);

        assertThat(Stream.of(draft, reviewed, scheduled, unscheduled, moved, published, withdrawn)
                        .map(Article::stateVersion))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void keepsItsStateWhenOnlyOthersMakeItLookDifferent() {
        Article published = draft.reviewed(ReviewState.APPROVED).published(NOW);

        Article rendered = published.rendered();

        assertThat(rendered.stateVersion()).isEqualTo(published.stateVersion());
        assertThat(rendered.renderedVersion()).isEqualTo(published.version() + 1);
    }

    @Test
    void showsItsReadersANewPlaceAtOnce() {
        Article moved = draft.reviewed(ReviewState.APPROVED).published(NOW).movedTo("scalds");

        assertThat(moved.renderedVersion()).isEqualTo(moved.version());
        assertThat(moved.liveVersion()).isEqualTo(1);
    }
}
