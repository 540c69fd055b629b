package health.consilium.qa.moderation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a moderator sends: {@code action} is publish, redact or reject; a blank handle makes a random one. */
record Decision(
        @NotNull @Size(max = 40) String action,
        @Nullable @Size(max = 1000) String reason,
        @Nullable @Size(max = 200) String title,
        @Nullable @Size(max = 10_000) String text,
        @Nullable @Size(max = 100) String specialty,
        @Nullable @Size(max = 10) List<@NotNull @Size(min = 1, max = 100) String> topics,
        @Nullable @Size(max = 40) String handle) {}
