package health.consilium.benchmarks.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Lets a contender's context see its own auto-configurations only, although all share the class path. */
final class ChosenAutoConfigurations implements AutoConfigurationImportFilter, EnvironmentAware {

    /** The property with the packages to choose from, separated by commas. */
    static final String PACKAGES = "benchmark.auto-configurations";

    private List<String> packages = List.of();

    @Override
    public void setEnvironment(Environment environment) {
        packages = List.of(environment.getRequiredProperty(PACKAGES).split(","));
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            matches[i] = isChosen(classes[i]);
        }
        return matches;
    }

    private boolean isChosen(@Nullable String type) {
        return type != null && packages.stream().anyMatch(name -> type.startsWith(name + "."));
    }
}
