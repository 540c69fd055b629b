package health.consilium.gateway.docs;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Every type of problem that any hop may answer with, from {@code problems.yml}. */
@Component
class ProblemPages {

    private final Map<String, ProblemPage> pages = new LinkedHashMap<>();

    ProblemPages() throws IOException {
        var source = new YamlPropertySourceLoader().load("problems", new ClassPathResource("problems.yml"));
        new Binder(ConfigurationPropertySources.from(source))
                .bind("problems", Bindable.listOf(ProblemPage.class)).get().stream()
                        .sorted(Comparator.comparingInt(ProblemPage::status).thenComparing(ProblemPage::slug))
                        .forEach(page -> pages.put(page.slug(), page));
    }

    Optional<ProblemPage> find(String slug) {
        return Optional.ofNullable(pages.get(slug));
    }

    /** All of them by status, then slug. */
    List<ProblemPage> all() {
        return List.copyOf(pages.values());
    }
}
