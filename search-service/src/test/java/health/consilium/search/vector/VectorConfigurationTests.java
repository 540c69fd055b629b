package health.consilium.search.vector;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.message.VectorTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class VectorConfigurationTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, VectorConfiguration.class)
            .withBean(SimpleMeterRegistry.class)
            .withBean(ModelSource.class, () -> new Source("a-model"));

    @Test
    void saysWhichModelsThereAreWhenItIsAskedForAnother() {
        service.withPropertyValues("consilium.search.vectors.model=b-model")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("consilium.search.vectors.model is 'b-model', but the models are [a-model]"));
    }

    @Test
    void loadsTheModelBesideTheStart() {
        service.withPropertyValues("consilium.search.vectors.model=a-model").run(context -> {
            assertThat(context).hasSingleBean(VectorTopic.class);
            assertThat(context.getBean(LoadedModel.class).state()).isNotEqualTo(VectorState.OFF);
        });
    }

    @Test
    void needsNoModelWhenVectorsAreOff() {
        service.withPropertyValues("consilium.search.vectors.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(VectorTopic.class);
            assertThat(context.getBean(VectorProgress.class).status())
                    .isEqualTo(new VectorStatus("bge-small-en-v1.5-q", VectorState.OFF, null));
        });
    }

    @Test
    void goesOnWithoutAModelThatCantBeLoaded() {
        LoadedModel loaded = Models.loading(() -> {
            throw new UnsatisfiedLinkError("not for this machine");
        });

        loaded.stop();

        assertThat(loaded.state()).isEqualTo(VectorState.FAILED);
        assertThat(loaded.ready()).isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(VectorSettings.class)
    static class Settings {}

    record Source(String id) implements ModelSource {

        @Override
        public EmbeddingModel load() {
            return new Models.Measuring();
        }
    }
}
