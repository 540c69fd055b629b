package health.consilium.content.page;

import health.consilium.content.article.Article;
import health.consilium.content.article.ArticleBody.Hyperlink;
import health.consilium.content.article.PageUri;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks around a public article, and remembers where it is and what it depends on. */
@Component
public class Pages {

    private final PageTables tables;

    Pages(PageTables tables) {
        this.tables = tables;
    }

    /** What an article at this address, with these hyperlinks, shows of others. */
    public Surroundings around(Address self, List<Hyperlink> hyperlinks, @Nullable String furtherReading) {
        var references =
                hyperlinks.stream().map(link -> Reference.of(link, self.uri())).toList();
        Set<String> linkKeys = new LinkedHashSet<>();
        references.stream()
                .filter(Reference::canBeFound)
                .map(Reference::key)
                .filter(Objects::nonNull)
                .forEach(linkKeys::add);
        List<String> ancestors = self.uri() == null ? List.of() : PageUri.ancestorsOf(self.uri());
        String reading = reading(furtherReading);
        Set<String> otherKeys = new LinkedHashSet<>(ancestors);
        if (reading != null) {
            otherKeys.add(reading);
        }
        Directory directory = tables.lookUp(self, linkKeys, otherKeys);
        var breadcrumb =
                ancestors.stream().map(directory::page).filter(Objects::nonNull).toList();
        Stream.of(directory.previous(), directory.next())
                .filter(Objects::nonNull)
                .forEach(neighbour -> otherKeys.add(neighbour.id()));
        return new Surroundings(
                references.stream()
                        .filter(reference -> reference.kind() != Reference.Kind.SAME_PAGE)
                        .map(directory::link)
                        .toList(),
                breadcrumb,
                ancestors.isEmpty() ? null : directory.page(ancestors.getLast()),
                directory.previous(),
                directory.next(),
                reading == null ? null : directory.page(reading),
                directory.ownFormerUris(),
                linkKeys,
                otherKeys);
    }

    private static @Nullable String reading(@Nullable String furtherReading) {
        String key = furtherReading == null ? null : Reference.key(furtherReading);
        return (key == null || !Reference.canBeFound(key)) ? null : key;
    }

    /**
     * Makes an address public, together with what the article depends on.
     *
     * @return what others have to be rendered again for
     */
    public Placement place(Address address, Surroundings surroundings) {
        return tables.place(address, surroundings.linkKeys(), surroundings.otherKeys());
    }

    /** Takes a public address back; the place stays taken, and is known as withdrawn. */
    public void withdraw(String id) {
        tables.withdraw(id);
    }

    /** Lets the uris that public pages are about to leave redirect to them. */
    public void redirect(List<PageRef> left) {
        tables.redirect(left);
    }

    /** Withdrawn pages move along, so that a new page can take the place they leave. */
    void relocateWithdrawn(List<Article> withdrawn) {
        withdrawn.forEach(article -> tables.relocate(article.id(), article.uri()));
    }

    /** The articles that show something of this one, and those beside it. */
    public List<String> dependentsOf(String id) {
        return tables.dependentsOf(id);
    }
}
