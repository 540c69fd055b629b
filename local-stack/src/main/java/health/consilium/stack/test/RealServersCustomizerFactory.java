package health.consilium.stack.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link RealServers} on a test class, its superclasses and its enclosing classes. */
class RealServersCustomizerFactory implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        RealServers wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, RealServers.class);
        return wanted == null
                ? null
                : new RealServersCustomizer(wanted.postgres(), wanted.kafka(), wanted.keycloak(), wanted.opensearch());
    }
}
