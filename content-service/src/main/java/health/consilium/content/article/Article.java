package health.consilium.content.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate. One counter numbers its changes; the draft, what editors know of its state, the live text and what
 * readers last saw of it are remembered by the number they were made at. The state is all of it but how others make it
 * look: text, place, reviews, schedule and publication.
 */
public record Article(
        String id,
        ArticleKind kind,
        @Nullable String uri,
        long version,
        long stateVersion,
        Draft draft,
        Shown shown,
        Instant createdAt,
        @Nullable Origin origin) {

    /** What reviewers have said about the current draft. */
    public enum ReviewState {
        OPEN,
        APPROVED,
        CHANGES_REQUESTED
    }

    /** The text that editors work on, made at {@code version}. */
    public record Draft(
            long version,
            List<String> authors,
            ReviewState review,
            @Nullable Scheduled scheduled) {

        private Draft with(ReviewState decision, @Nullable Scheduled plan) {
            return new Draft(version, authors, decision, plan);
        }
    }

    /** When the draft becomes public, and whether it does so even if links of it lead nowhere then. */
    public record Scheduled(Instant at, boolean allowMissingLinks) {}

    /** What readers get: the text made at {@code live}, as it looked at {@code rendered}. */
    public record Shown(
            @Nullable Long live,
            @Nullable Long rendered,
            @Nullable Instant publishedAt,
            @Nullable Instant withdrawnAt) {

        private static final Shown NOTHING = new Shown(null, null, null, null);

        private Shown at(long version) {
            return new Shown(live, version, publishedAt, withdrawnAt);
        }
    }

    /** The imported record it was last taken from: what that was called, and the hash of all that it held. */
    public record Origin(String name, String hash) {}

    /** A new article with its first draft. */
    public static Article drafted(String id, ArticleKind kind, @Nullable String uri, String author, Instant now) {
        var draft = new Draft(1, List.of(author), ReviewState.OPEN, null);
        return new Article(id, kind, uri, 1, 1, draft, Shown.NOTHING, now, null);
    }

    /** An article that comes from elsewhere and is public at once. */
    public static Article imported(
            String id, ArticleKind kind, @Nullable String uri, Instant createdAt, Instant now, Origin origin) {
        var draft = new Draft(0, List.of(), ReviewState.OPEN, null);
        return new Article(id, kind, uri, 0, 0, draft, Shown.NOTHING, createdAt, origin).imported(uri, now, origin);
    }

    public long draftVersion() {
        return draft.version();
    }

    public @Nullable Long liveVersion() {
        return shown.live();
    }

    public @Nullable Long renderedVersion() {
        return shown.rendered();
    }

    public @Nullable Instant publishAt() {
        Scheduled scheduled = draft.scheduled();
        return scheduled == null ? null : scheduled.at();
    }

    public boolean isLive() {
        return shown.live() != null;
    }

    public boolean isWithdrawn() {
        return shown.withdrawnAt() != null;
    }

    public boolean isApproved() {
        return draft.review() == ReviewState.APPROVED;
    }

    /** Whether the draft holds something readers have not been shown. */
    public boolean hasOpenDraft() {
        Long live = shown.live();
        return live == null || live != draft.version();
    }

    /** Whether this person had a hand in what the draft would change. */
    public boolean isDraftedBy(String person) {
        return draft.authors().contains(person);
    }

    /** Whether the last import of it held just what this hash stands for. */
    public boolean isImportOf(String hash) {
        return origin != null && origin.hash().equals(hash);
    }

    /** The draft was changed: whatever was approved or scheduled no longer is. */
    public Article edited(String author, @Nullable String newUri) {
        var authors = new ArrayList<>(hasOpenDraft() ? draft.authors() : List.of());
        if (!authors.contains(author)) {
            authors.add(author);
        }
        var edited = new Draft(version + 1, List.copyOf(authors), ReviewState.OPEN, null);
        return changed(newUri, edited, shown, origin);
    }

    /** A reviewer decided; asking for changes also calls off a scheduled publication. */
    public Article reviewed(ReviewState decision) {
        return changed(draft.with(decision, decision == ReviewState.APPROVED ? draft.scheduled() : null));
    }

    public Article scheduled(Instant at, boolean allowMissingLinks) {
        return changed(draft.with(draft.review(), new Scheduled(at, allowMissingLinks)));
    }

    /** The approved draft stays a draft until somebody publishes it. */
    public Article unscheduled() {
        return changed(draft.with(draft.review(), null));
    }

    /** The draft is what readers see from now on. */
    public Article published(Instant now) {
        var published = new Shown(draft.version(), version + 1, now, null);
        return changed(uri, draft.with(draft.review(), null), published, origin);
    }

    /** Gone from the public; publishing it again takes a new approval. */
    public Article withdrawn(Instant now) {
        var gone = new Shown(null, version + 1, shown.publishedAt(), now);
        return changed(uri, draft.with(ReviewState.OPEN, null), gone, origin);
    }

    /** Readers see it differently, although nothing of its own has changed. */
    public Article rendered() {
        long next = version + 1;
        return new Article(id, kind, uri, next, stateVersion, draft, shown.at(next), createdAt, origin);
    }

    /** At another place, for its readers too. */
    public Article movedTo(String newUri) {
        return changed(newUri, draft, isLive() ? shown.at(version + 1) : shown, origin);
    }

    /** Its origin has a new text, which is public at once. */
    public Article imported(@Nullable String newUri, Instant now, Origin newOrigin) {
        long next = version + 1;
        var text = new Draft(next, List.of(), ReviewState.OPEN, null);
        return changed(newUri, text, new Shown(next, next, now, null), newOrigin);
    }

    private Article changed(Draft newDraft) {
        return changed(uri, newDraft, shown, origin);
    }

    private Article changed(@Nullable String newUri, Draft newDraft, Shown newShown, @Nullable Origin newOrigin) {
        long next = version + 1;
        return new Article(id, kind, newUri, next, next, newDraft, newShown, createdAt, newOrigin);
    }
}
