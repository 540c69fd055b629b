package health.consilium.content.paper;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Records papers: a new one, a changed one, or nothing where it is known just so. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Papers {

    /** What became of a paper that was to be recorded. */
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private record Known(long version, String contentHash) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Papers(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** Records a paper under the id its DOI or title gives it. */
    public Change record(Paper paper) {
        String id = PaperId.of(paper);
        String hash = hash(paper);
        boolean created = jdbc.sql("""
                        insert into paper (id, doi, version, content_hash) values (:id, :doi, 1, :hash) on conflict (id) do nothing
                        """)
                        .param("id", id)
                        .param("doi", paper.doi())
                        .param("hash", hash)
                        .update()
                == 1;
        if (created) {
            events.publishEvent(new PaperRecorded(id, 1, paper));
            return Change.CREATED;
        }
        Known known = lock(id).orElseThrow();
        if (known.contentHash().equals(hash)) {
            return Change.UNCHANGED;
        }
        long version = known.version() + 1;
        jdbc.sql("update paper set version = ?, content_hash = ? where id = ?")
                .params(version, hash, id)
                .update();
        events.publishEvent(new PaperRecorded(id, version, paper));
        return Change.UPDATED;
    }

    /** The next ids in their order, their papers kept from all writers until the transaction ends. */
    public List<String> lockAfter(String id, int most) {
        return jdbc.sql("select id from paper where id > ? order by id limit ? for update")
                .params(id, most)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Optional<Known> lock(String id) {
        return jdbc.sql("select version, content_hash from paper where id = ? for update")
                .param(id)
                .query((row, number) -> new Known(row.getLong("version"), row.getString("content_hash")))
                .optional();
    }

    private String hash(Paper paper) {
        return Fingerprint.of(json.writeValueAsBytes(paper));
    }
}
