package health.consilium.search.vector.bge;

import health.consilium.search.vector.EmbeddingModel;
import health.consilium.search.vector.ModelSource;
import org.springframework.stereotype.Component;

@Component
final class BgeSource implements ModelSource {

    @Override
    public String id() {
        return BgeSmall.ID;
    }

    @Override
    public EmbeddingModel load() {
        return BgeSmall.load();
    }
}
