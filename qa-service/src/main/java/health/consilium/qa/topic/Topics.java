package health.consilium.qa.topic;

import static java.util.stream.Collectors.toMap;

import health.consilium.qa.text.Slug;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The known topics; they only come from moderated or imported questions. */
@Service
public class Topics {

    private static final RowMapper<Topic> TOPIC =
            (row, number) -> new Topic(row.getString("id"), row.getString("name"), List.of((String[])
                    row.getArray("synonyms").getArray()));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Topics(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Adds those that are new and the synonyms that are new; the topics as they are then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Topic> register(Collection<Topic> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, Topic> known = find(names).stream().collect(toMap(Topic::id, topic -> topic));
        List<Topic> news = topics.stream()
                .filter(topic -> !topic.isCoveredBy(known.get(topic.id())))
                .sorted(Comparator.comparing(Topic::id))
                .toList();
        if (news.isEmpty()) {
            return List.copyOf(known.values());
        }
        news.forEach(this::register);
        return find(names);
    }

    /**
     * Does so in a transaction of its own: no import then holds the row of a topic that another one waits for. Its
     * commit needs no flush, because the import's later one brings it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<Topic> registerApart(Collection<Topic> topics) {
        jdbc.sql("SET LOCAL synchronous_commit TO off").update();
        return register(topics);
    }

    /** The topics of these names that are known, in their order. */
    public List<Topic> find(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> ids = names.stream().map(Slug::of).filter(Objects::nonNull).toList();
        Map<String, Topic> known = page("WHERE id = ANY (:ids)", Map.of("ids", ids.toArray(String[]::new))).stream()
                .collect(toMap(Topic::id, topic -> topic));
        return ids.stream().distinct().map(known::get).filter(Objects::nonNull).toList();
    }

    private void register(Topic topic) {
        int added = jdbc.sql(
                        "INSERT INTO topic (id, name, synonyms) VALUES (:id, :name, :synonyms) ON CONFLICT DO NOTHING")
                .param("id", topic.id())
                .param("name", topic.name())
                .param("synonyms", topic.synonyms().toArray(String[]::new))
                .update();
        if (added == 0 && !topic.synonyms().isEmpty()) {
            addSynonyms(topic);
        }
    }

    private void addSynonyms(Topic topic) {
        int changed = jdbc.sql("""
                        UPDATE topic SET synonyms = ARRAY(
                            SELECT word FROM unnest(synonyms || CAST(:synonyms AS text[])) WITH ORDINALITY AS all_of (word, place)
                            GROUP BY word ORDER BY min(place))
                        WHERE id = :id AND NOT synonyms @> CAST(:synonyms AS text[])""")
                .param("id", topic.id())
                .param("synonyms", topic.synonyms().toArray(String[]::new))
                .update();
        if (changed > 0) {
            events.publishEvent(new TopicChanged(topic.id()));
        }
    }

    private List<Topic> page(String where, Map<String, ?> parameters) {
        return jdbc.sql("SELECT id, name, synonyms FROM topic " + where)
                .params(parameters)
                .query(TOPIC)
                .list();
    }
}
