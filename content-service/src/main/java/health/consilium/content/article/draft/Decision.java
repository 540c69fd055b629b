package health.consilium.content.article.draft;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A reviewer's word. */
enum Decision {
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("request-changes")
    REQUEST_CHANGES;

    String text() {
        return this == APPROVE ? "approve" : "request-changes";
    }

    static Decision of(String text) {
        return text.equals("approve") ? APPROVE : REQUEST_CHANGES;
    }
}
