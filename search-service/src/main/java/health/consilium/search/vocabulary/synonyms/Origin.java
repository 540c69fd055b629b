package health.consilium.search.vocabulary.synonyms;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a set of synonyms comes from: with the service, or from its operators. */
enum Origin {
    @JsonProperty("starter")
    STARTER,
    @JsonProperty("custom")
    CUSTOM
}
