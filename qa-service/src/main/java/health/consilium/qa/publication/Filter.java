package health.consilium.qa.publication;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import health.consilium.qa.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which published questions a list holds, as SQL conditions with their parameters. */
record Filter(List<String> conditions, Map<String, Object> parameters) {

    private static final Set<String> STATES = Set.of("published", "answered");

    /** Names of specialties and topics serve as well as their ids. */
    static Filter of(
            @Nullable String specialty, @Nullable String topic, @Nullable String doctor, @Nullable String state) {
        Filter filter = new Filter(new ArrayList<>(), new HashMap<>());
        if (specialty != null) {
            filter.add("specialty = :specialty", "specialty", id(Slug.latin(specialty)));
        }
        if (topic != null) {
            filter.add("topics @> CAST(:topic AS text[])", "topic", new String[] {id(Slug.of(topic))});
        }
        if (doctor != null) {
            filter.add("doctors @> CAST(:doctor AS text[])", "doctor", new String[] {doctor.replace("\0", "")});
        }
        if (state != null) {
            filter.add("state = :state", "state", known(state));
        }
        return filter;
    }

    String sql() {
        return conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.put(parameter, value);
    }

    private static String id(@Nullable String slug) {
        return Objects.requireNonNullElse(slug, "");
    }

    private static String known(String state) {
        if (!STATES.contains(state)) {
            throw new ProblemException(ProblemTypes.INVALID_REQUEST, "Public questions are published or answered.")
                    .error("state", "must be published or answered");
        }
        return state;
    }
}
