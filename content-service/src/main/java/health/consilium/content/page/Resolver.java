package health.consilium.content.page;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the article that a uri or id stands for, today or in former times. */
@Component
public class Resolver {

    private static final String RESOLVE = """
            select 1 as rank, a.*, false as moved from address a where uri = :key
            union all
            select 2, a.*, false from address a where id = :key
            union all
            select 3, a.*, true from former_uri f join address a on a.id = f.article_id where f.uri = :key
            order by rank limit 1
            """;

    private final JdbcClient jdbc;

    Resolver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An article that answers to a reference; {@code moved} when it has left the uri that was asked for. */
    public record Resolution(Address address, boolean moved) {}

    /** What a uri or id, written with or without a leading slash, stands for. */
    public Optional<Resolution> resolve(String ref) {
        return jdbc.sql(RESOLVE)
                .param("key", Reference.key(ref))
                .query((row, number) -> new Resolution(PageTables.address(row), row.getBoolean("moved")))
                .optional();
    }
}
