package health.consilium.qa.question;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an editor or doctor sends as background; {@code reviewedBy} is the sending doctor's own id. */
record NewMoreInfo(
        @NotNull @Size(min = 1, max = 20_000) String text,
        @NotNull MoreInfo.Origin origin,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 200) String reviewedBy) {}
