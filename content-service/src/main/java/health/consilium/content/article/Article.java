package health.consilium.content.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate. One counter numbers its changes; the draft, the live text and what readers last saw of it are
 * remembered by the number they were made at.
 */
public record Article(
        String id,
        ArticleKind kind,
        @Nullable String uri,
        long version,
        long draftVersion,
        List<String> draftAuthors,
        ReviewState reviewState,
        @Nullable Long liveVersion,
        @Nullable Long renderedVersion,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        @Nullable Instant publishAt,
        @Nullable String importHash) {

    /** What reviewers have said about the current draft. */
    public enum ReviewState {
        OPEN,
        APPROVED,
        CHANGES_REQUESTED
    }

    /** A new article with its first draft. */
    public static Article drafted(String id, ArticleKind kind, @Nullable String uri, String author, Instant now) {
        return new Article(
                id, kind, uri, 1, 1, List.of(author), ReviewState.OPEN, null, null, null, null, now, null, null);
    }

    /** An article that comes from elsewhere and is public at once. */
    public static Article imported(
            String id, ArticleKind kind, @Nullable String uri, Instant createdAt, Instant now, String hash) {
        return new Article(id, kind, uri, 1, 1, List.of(), ReviewState.OPEN, 1L, 1L, now, null, createdAt, null, hash);
    }

    public boolean isLive() {
        return liveVersion != null;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether the draft holds something readers have not been shown. */
    public boolean hasOpenDraft() {
        return liveVersion == null || liveVersion != draftVersion;
    }

    /** Whether this person had a hand in what the draft would change. */
    public boolean isDraftedBy(String person) {
        return draftAuthors.contains(person);
    }

    /** The draft was changed: whatever was approved or scheduled no longer is. */
    public Article edited(String author, @Nullable String newUri) {
        var authors = new ArrayList<>(hasOpenDraft() ? draftAuthors : List.of());
        if (!authors.contains(author)) {
            authors.add(author);
        }
        long next = version + 1;
        return new Article(
                id,
                kind,
                newUri,
                next,
                next,
                List.copyOf(authors),
                ReviewState.OPEN,
                liveVersion,
                renderedVersion,
                publishedAt,
                withdrawnAt,
                createdAt,
                null,
                importHash);
    }

    /** A reviewer decided; asking for changes also calls off a scheduled publication. */
    public Article reviewed(ReviewState decision) {
        return new Article(
                id,
                kind,
                uri,
                version + 1,
                draftVersion,
                draftAuthors,
                decision,
                liveVersion,
                renderedVersion,
                publishedAt,
                withdrawnAt,
                createdAt,
                decision == ReviewState.APPROVED ? publishAt : null,
                importHash);
    }

    public Article scheduled(Instant at) {
        return new Article(
                id,
                kind,
                uri,
                version + 1,
                draftVersion,
                draftAuthors,
                reviewState,
                liveVersion,
                renderedVersion,
                publishedAt,
                withdrawnAt,
                createdAt,
                at,
                importHash);
    }

    /** The draft is what readers see from now on. */
    public Article published(Instant now) {
        long next = version + 1;
        return new Article(
                id,
                kind,
                uri,
                next,
                draftVersion,
                draftAuthors,
                reviewState,
                draftVersion,
                next,
                now,
                null,
                createdAt,
                null,
                importHash);
    }

    /** Gone from the public; publishing it again takes a new approval. */
    public Article withdrawn(Instant now) {
        long next = version + 1;
        return new Article(
                id,
                kind,
                uri,
                next,
                draftVersion,
                draftAuthors,
                ReviewState.OPEN,
                null,
                next,
                publishedAt,
                now,
                createdAt,
                null,
                importHash);
    }

    /** Readers see it differently, although its text is the same. */
    public Article rendered() {
        long next = version + 1;
        return new Article(
                id,
                kind,
                uri,
                next,
                draftVersion,
                draftAuthors,
                reviewState,
                liveVersion,
                next,
                publishedAt,
                withdrawnAt,
                createdAt,
                publishAt,
                importHash);
    }

    /** At another place; readers see that only once it is rendered. */
    public Article movedTo(String newUri) {
        return new Article(
                id,
                kind,
                newUri,
                version,
                draftVersion,
                draftAuthors,
                reviewState,
                liveVersion,
                renderedVersion,
                publishedAt,
                withdrawnAt,
                createdAt,
                publishAt,
                importHash);
    }

    /** Its origin has a new text, which is public at once. */
    public Article imported(@Nullable String newUri, Instant now, String hash) {
        long next = version + 1;
        return new Article(
                id,
                kind,
                newUri,
                next,
                next,
                List.of(),
                ReviewState.OPEN,
                next,
                next,
                now,
                null,
                createdAt,
                null,
                hash);
    }
}
