package health.consilium.qa.question;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An age as publicly as anyone's may be told: in tens of years. */
public enum AgeBand {
    FROM_0("0-9"),
    FROM_10("10-19"),
    FROM_20("20-29"),
    FROM_30("30-39"),
    FROM_40("40-49"),
    FROM_50("50-59"),
    FROM_60("60-69"),
    FROM_70("70-79"),
    FROM_80("80-89"),
    FROM_90("90+");

    private final String label;

    AgeBand(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    static @Nullable AgeBand labelled(@Nullable String label) {
        return Arrays.stream(values())
                .filter(band -> band.label.equals(label))
                .findFirst()
                .orElse(null);
    }
}
