package health.consilium.qa.question;

import static health.consilium.qa.question.QuestionState.ANSWERED;
import static health.consilium.qa.question.QuestionState.PUBLISHED;
import static health.consilium.qa.question.QuestionState.REJECTED;
import static health.consilium.qa.question.QuestionState.SUBMITTED;
import static health.consilium.qa.question.QuestionState.WITHDRAWN;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question at one version; every change makes the next one. */
public record Question(
        UUID id,
        long version,
        QuestionState state,
        QuestionContent content,
        @Nullable MoreInfo moreInfo,
        boolean redacted,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt) {

    /** A question nobody has moderated yet. */
    public static Question submitted(QuestionContent content) {
        Instant now = now();
        return new Question(Uuids.next(), 1, SUBMITTED, content, null, false, null, now, null, now);
    }

    /** A question that is public from the start. */
    public static Question imported(QuestionContent content, @Nullable MoreInfo moreInfo, boolean answered) {
        Instant now = now();
        QuestionState state = answered ? ANSWERED : PUBLISHED;
        return new Question(Uuids.next(), 1, state, content, moreInfo, false, null, now, now, now);
    }

    /** Makes a submitted question public, worded as the moderator amends it. */
    public Question published(Amendment amendment) {
        require(state == SUBMITTED, "publish");
        return changed(PUBLISHED, content.with(amendment), moreInfo, redacted || !amendment.isEmpty(), reason);
    }

    /** Replaces wording, specialty or topics, before or after publication. */
    public Question amended(Amendment amendment) {
        require(state == SUBMITTED || state.isPublic(), "redact");
        return changed(state, content.with(amendment), moreInfo, redacted || !amendment.isEmpty(), reason);
    }

    /** Refuses a submitted question, or withdraws a public one. */
    public Question rejected(@Nullable String why) {
        require(state == SUBMITTED || state.isPublic(), "reject");
        return changed(state == SUBMITTED ? REJECTED : WITHDRAWN, content, moreInfo, redacted, why);
    }

    /** A doctor added an answer. */
    public Question answered() {
        return changed(ANSWERED, content, moreInfo, redacted, reason);
    }

    /** Something that is shown with the question changed. */
    public Question touched() {
        return changed(state, content, moreInfo, redacted, reason);
    }

    /** Replaces the background text. */
    public Question with(MoreInfo background) {
        return changed(state, content, background, redacted, reason);
    }

    /** Takes over what the source says by now. */
    public Question reimported(QuestionContent latest, @Nullable MoreInfo background, boolean answered) {
        return changed(answered ? ANSWERED : PUBLISHED, latest, background, redacted, reason);
    }

    /** This question if everyone may read it; otherwise a problem that tells no more than the caller may know. */
    public Question requirePublic() {
        if (state == WITHDRAWN) {
            throw new ProblemException(ProblemTypes.GONE, "This question was withdrawn.");
        }
        if (!state.isPublic()) {
            throw Questions.unknown();
        }
        return this;
    }

    private Question changed(
            QuestionState next,
            QuestionContent what,
            @Nullable MoreInfo background,
            boolean reworded,
            @Nullable String why) {
        Instant now = now();
        Instant since = publishedAt == null && next.isPublic() ? now : publishedAt;
        return new Question(id, version + 1, next, what, background, reworded, why, createdAt, since, now);
    }

    private void require(boolean possible, String action) {
        if (!possible) {
            throw new ProblemException(
                            ProblemTypes.CONFLICT,
                            "A question that is %s can't be changed so.".formatted(state.label()))
                    .with("state", state.label())
                    .with("action", action);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
