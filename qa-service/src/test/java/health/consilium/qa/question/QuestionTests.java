package health.consilium.qa.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTests {

    private static final Amendment NONE = new Amendment(null, null, null, null, null);

    @Test
    void becomesPublicWhenPublished() {
        Question submitted = submitted();

        Question published = submitted.published(NONE);

        assertThat(published.state()).isEqualTo(QuestionState.PUBLISHED);
        assertThat(published.version()).isEqualTo(2);
        assertThat(published.publishedAt()).isNotNull();
        assertThat(published.redacted()).isFalse();
    }

    @Test
    void takesAModeratorsWordingOverWhenPublished() {
        Question published =
                submitted().published(new Amendment("Better title", null, "oncology", List.of("Pain"), null));

        assertThat(published.content().title()).isEqualTo("Better title");
        assertThat(published.content().text()).isEqualTo("It hurts.");
        assertThat(published.content().specialty()).isEqualTo("oncology");
        assertThat(published.content().topics()).containsExactly("Pain");
        assertThat(published.redacted()).isTrue();
    }

    @Test
    void staysAnsweredWhenRedacted() {
        Question answered = submitted().published(NONE).answered();

        Question redacted = answered.amended(new Amendment(null, "Redacted.", null, null, null));

        assertThat(redacted.state()).isEqualTo(QuestionState.ANSWERED);
        assertThat(redacted.version()).isEqualTo(4);
        assertThat(redacted.publishedAt()).isEqualTo(answered.publishedAt());
    }

    @Test
    void countsAsRedactedWhateverAModeratorReplaced() {
        assertThat(submitted()
                        .amended(new Amendment(null, null, "oncology", null, null))
                        .redacted())
                .isTrue();
        assertThat(submitted()
                        .amended(new Amendment(null, null, null, List.of(), null))
                        .redacted())
                .isTrue();
    }

    @Test
    void callsItsAskerAsTheModeratorSays() {
        Question redacted = submitted().amended(new Amendment(null, null, null, null, "somebody"));

        assertThat(redacted.content().asker()).isEqualTo(new Asker("somebody", null, null));
        assertThat(redacted.redacted()).isTrue();
    }

    @Test
    void isRejectedBeforeAndWithdrawnAfterItWasPublic() {
        assertThat(submitted().rejected("spam").state()).isEqualTo(QuestionState.REJECTED);
        assertThat(submitted().published(NONE).rejected(null).state()).isEqualTo(QuestionState.WITHDRAWN);
    }

    @Test
    void isPublishedOnlyOnce() {
        Question published = submitted().published(NONE);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> published.published(NONE))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.CONFLICT));
    }

    @Test
    void staysRejected() {
        Question rejected = submitted().rejected(null);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> rejected.published(NONE));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> rejected.rejected(null));
    }

    @Test
    void hidesThatItExistsUntilItIsPublic() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> submitted().requirePublic())
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.NOT_FOUND));
    }

    @Test
    void saysThatItIsGoneOnceWithdrawn() {
        Question withdrawn = submitted().published(NONE).rejected(null);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(withdrawn::requirePublic)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.GONE));
    }

    @Test
    void keepsMachineTextBackUntilADoctorReviewedIt() {
        assertThat(new MoreInfo("Text", MoreInfo.Origin.MACHINE, "model", null).isPublic())
                .isFalse();
        assertThat(new MoreInfo("Text", MoreInfo.Origin.MACHINE, "model", "dr-a").isPublic())
                .isTrue();
        assertThat(new MoreInfo("Text", MoreInfo.Origin.HUMAN, null, null).isPublic())
                .isTrue();
    }

    private static Question submitted() {
        return Question.submitted(new QuestionContent(
                "A title", "It hurts.", null, Subject.SELF, null, null, null, List.of(), null, null, null));
    }
}
