package health.consilium.content.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A link of a body: the address as written, what it names, where it stands and what it leads to. */
public record Link(
        String ref,
        @Nullable By by,
        Rel rel,
        Status status,
        @Nullable PageRef target) {

    /** How an address names an article. */
    public enum By {
        URI,
        ID;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a link is part of the text or of an aside. */
    public enum Rel {
        INLINE,
        ASIDE;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a link leads to. */
    public enum Status {
        OK,
        MOVED,
        MISSING,
        WITHDRAWN,
        EXTERNAL,
        ASSET;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a reader who follows it finds nothing. */
    @JsonIgnore
    public boolean isBroken() {
        return status == Status.MISSING || status == Status.WITHDRAWN;
    }
}
