package health.consilium.qa.doctor;

import java.util.Collection;
import java.util.Map;

/** How many public answers doctors gave; whoever keeps the answers provides it. */
@FunctionalInterface
public interface AnswerCounts {

    /** The counts by doctor id; a doctor without answers may be absent. */
    Map<String, Long> of(Collection<String> doctors);
}
