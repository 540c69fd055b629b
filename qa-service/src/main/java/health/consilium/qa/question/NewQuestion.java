package health.consilium.qa.question;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member sends to ask. */
record NewQuestion(
        @NotNull @Size(min = 5, max = 200) String title,
        @NotNull @Size(min = 1, max = 10_000) String text,
        @Valid @Nullable Asker asker,
        @Nullable Subject subject,
        @Nullable Patient patient,
        @Nullable @Size(max = 100) String specialty,
        @Nullable @Size(max = 10) List<@NotNull @Size(min = 1, max = 100) String> topics,
        @Nullable @Size(max = 200) String addressedTo) {}
