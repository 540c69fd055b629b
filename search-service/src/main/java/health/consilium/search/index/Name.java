package health.consilium.search.index;

import health.consilium.search.index.Suggestion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A name that many documents have and that is suggested once for all of them: a topic's, a doctor's, a specialty's. */
public record Name(Kind kind, String text) {

    private static final int LONGEST = 300;

    /** The names that a document has. */
    public static List<Name> of(SearchDocument document) {
        List<Name> names = new ArrayList<>();
        document.text().topics().forEach(topic -> names.add(new Name(Kind.TOPIC, topic)));
        document.text().doctors().forEach(doctor -> names.add(new Name(Kind.DOCTOR, doctor)));
        String specialty = document.attributes().specialty();
        if (specialty != null) {
            names.add(new Name(Kind.SPECIALTY, specialty));
        }
        return names.stream()
                .filter(name -> !name.text().isBlank() && name.text().length() <= LONGEST)
                .distinct()
                .toList();
    }

    /** Tells names apart, whatever their capitals. */
    public String id() {
        return "suggest/" + kind.name().toLowerCase(Locale.ROOT) + "/" + text.toLowerCase(Locale.ROOT);
    }
}
