package health.consilium.content.article;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a printed byline, such as {@code Authored by A and B;Proof-read/edited by C}, into people and roles. */
public final class Authorship {

    private static final Map<String, List<String>> ROLES = roles();
    private static final Pattern BYLINE = Pattern.compile("(?i)^([\\p{L}/ -]+?)\\s+by:?\\s+(.+)$");
    private static final Pattern SEPARATOR = Pattern.compile("\\s+and\\s+|\\s*&\\s*|\\s+und\\s+");
    private static final Pattern FULL_NAMES = Pattern.compile("\\s*,\\s*(?=\\p{Lu}[\\p{L}.]*\\s+\\p{Lu})");
    private static final Pattern MISPLACED_DOT =
            Pattern.compile("^(\\p{Lu}\\p{Ll}{2,})\\. (\\p{Lu}) (\\p{Lu}\\p{L}+)$");
    private static final List<String> TITLES = List.of("Prof", "Mrs", "Miss", "Doc", "Rev");

    private Authorship() {}

    /** The contributors a byline names, in its order; a part without a known role makes plain contributors. */
    public static List<Contributor> parse(String byline) {
        return Arrays.stream(byline.split(";", -1))
                .map(PlainText::of)
                .filter(part -> !part.isEmpty())
                .flatMap(Authorship::part)
                .distinct()
                .toList();
    }

    private static Stream<Contributor> part(String part) {
        Matcher byline = BYLINE.matcher(part);
        List<String> roles = byline.matches() ? ROLES.get(byline.group(1).toLowerCase(Locale.ROOT)) : null;
        if (roles == null) {
            return names(part).map(name -> new Contributor("contributor", name));
        }
        List<String> names = names(byline.group(2)).toList();
        return roles.stream().flatMap(role -> names.stream().map(name -> new Contributor(role, name)));
    }

    private static Stream<String> names(String names) {
        return SEPARATOR
                .splitAsStream(names)
                .flatMap(FULL_NAMES::splitAsStream)
                .map(Authorship::name)
                .filter(name -> !name.isEmpty());
    }

    private static String name(String written) {
        String name = PlainText.of(written);
        Matcher misplaced = MISPLACED_DOT.matcher(name);
        boolean mendable = misplaced.matches() && !TITLES.contains(misplaced.group(1));
        return mendable ? misplaced.replaceAll("$1 $2. $3") : name;
    }

    private static Map<String, List<String>> roles() {
        var roles = new LinkedHashMap<String, List<String>>();
        Stream.of("authored", "written", "author").forEach(word -> roles.put(word, List.of("author")));
        Stream.of("proof-read", "proofread", "proof read").forEach(word -> {
            roles.put(word, List.of("proofreader"));
            roles.put(word + "/edited", List.of("proofreader", "editor"));
            roles.put(word + " and edited", List.of("proofreader", "editor"));
        });
        roles.put("edited", List.of("editor"));
        roles.put("edited/proof-read", List.of("editor", "proofreader"));
        roles.put("reviewed", List.of("reviewer"));
        roles.put("translated", List.of("translator"));
        return Map.copyOf(roles);
    }
}
