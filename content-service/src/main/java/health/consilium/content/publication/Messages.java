package health.consilium.content.publication;

import health.consilium.defaults.outbox.Outbox;
import health.consilium.defaults.outbox.OutboxMessage;
import health.consilium.defaults.outbox.OutboxTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What goes to Kafka: complete snapshots under the aggregate's id, and a tombstone after a withdrawal. */
@Component
class Messages {

    static final String ARTICLES = "consilium.content.article.state.v1";
    static final String PAPERS = "consilium.content.paper.state.v1";

    static final String ARTICLE_PUBLISHED = "health.consilium.article.published";
    static final String ARTICLE_MOVED = "health.consilium.article.moved";
    private static final String ARTICLE_WITHDRAWN = "health.consilium.article.withdrawn";
    private static final String PAPER_RECORDED = "health.consilium.paper.recorded";
    private static final String ARTICLE_SCHEMA = "/contracts/article.schema.json";
    private static final String PAPER_SCHEMA = "/contracts/paper.schema.json";

    private final Outbox outbox;

    Messages(Outbox outbox) {
        this.outbox = outbox;
    }

    void article(String type, String id, long version, byte[] document) {
        append(ARTICLES, id, type, version, ARTICLE_SCHEMA, document);
    }

    void articleWithdrawn(String id, long version, byte[] document) {
        append(ARTICLES, id, ARTICLE_WITHDRAWN, version, ARTICLE_SCHEMA, document);
        append(ARTICLES, id, ARTICLE_WITHDRAWN, version, ARTICLE_SCHEMA, null);
    }

    void paper(String id, long version, byte[] document) {
        append(PAPERS, id, PAPER_RECORDED, version, PAPER_SCHEMA, document);
    }

    private void append(String topic, String id, String type, long version, String schema, byte @Nullable [] document) {
        outbox.append(new OutboxMessage(topic, id, type, version, schema, document));
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        @Bean
        OutboxTopic articleTopic() {
            return OutboxTopic.state(ARTICLES);
        }

        @Bean
        OutboxTopic paperTopic() {
            return OutboxTopic.state(PAPERS);
        }
    }
}
