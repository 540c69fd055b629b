package health.consilium.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.search.analysis.IndexField;
import health.consilium.search.index.Demand;
import health.consilium.search.index.DocumentType;
import health.consilium.search.index.Filters;
import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.Wanted;
import health.consilium.search.index.Words;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Hit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No cluster of the tests has the k-NN plugin: only what it would be sent is looked at. */
class MeaningRequestsTests {

    private static final IndexOrigin ORIGIN = new IndexOrigin(Instant.EPOCH, new IndexRecipe("of-tests", null));

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void asksForTheNearestPassagesOfAllowedDocuments() {
        Wanted wanted = new Wanted(
                List.of(new Demand(List.of(Words.word(IndexField.ALL, "acid")), true)), List.of(), List.of(), false);
        Filters questions = new Filters(Set.of(DocumentType.QUESTION), Set.of(), Set.of(), Set.of(), Set.of());

        JsonNode request = JSON.readTree(Meanings.wanted(
                        new SearchRequest.Builder(), new float[] {0.5f, -1}, QueryShape.allowed(wanted, questions), 7)
                .build()
                .toJsonString());

        JsonNode nested = request.at("/query/nested");
        JsonNode near = nested.at("/query/knn/passages.vector");
        assertThat(nested.path("path").asString()).isEqualTo("passages");
        assertThat(nested.path("score_mode").asString()).isEqualTo("max");
        assertThat(near.path("k").asInt()).isEqualTo(7);
        assertThat(near.path("vector").valueStream().map(JsonNode::asDouble)).containsExactly(0.5, -1.0);
        assertThat(near.at("/filter/bool/filter/0/exists/field").asString()).isEqualTo("type");
        assertThat(near.at("/filter/bool/filter/1/terms/type/0").asString()).isEqualTo("question");
        assertThat(near.at("/filter/bool/must_not/0/bool/must/0/term/all/value").asString())
                .isEqualTo("acid");
    }

    @Test
    void tellsSimilaritiesFromScores() {
        assertThat(List.of(similarity(1.75), similarity(1), similarity(0.5))).containsExactly(0.75f, 0f, -1f);
    }

    @Test
    void makesRoomForVectorsOnlyWhereTheClusterFindsThem() {
        JsonNode with = JSON.readTree(IndexDefinition.of(settings(), List.of("a"), true, ORIGIN));
        JsonNode without = JSON.readTree(IndexDefinition.of(settings(), List.of("a"), false, ORIGIN));
        JsonNode vectors = JSON.readTree(IndexDefinition.vectors(384)).at("/properties/passages");

        assertThat(with.at("/settings/index/knn").asBoolean()).isTrue();
        assertThat(with.at("/mappings/_meta/byMeaning").asBoolean()).isTrue();
        assertThat(without.at("/settings/index").has("knn")).isFalse();
        assertThat(vectors.path("type").asString()).isEqualTo("nested");
        assertThat(vectors.at("/properties/vector/type").asString()).isEqualTo("knn_vector");
        assertThat(vectors.at("/properties/vector/dimension").asInt()).isEqualTo(384);
        assertThat(vectors.at("/properties/vector/space_type").asString()).isEqualTo("innerproduct");
    }

    private static float similarity(double score) {
        return Meanings.similarity(Hit.of(hit -> hit.id("a").score(score)));
    }

    private static OpenSearchSettings settings() {
        Duration any = Duration.ofSeconds(1);
        return new OpenSearchSettings(
                List.of(URI.create("http://localhost:1")), null, null, "any", 1, 0, any, any, 1, any, 1);
    }
}
