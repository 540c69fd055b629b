package health.consilium.qa.topic;

/** A topic that questions already have gained synonyms. */
public record TopicChanged(String id) {}
