package health.consilium.qa.publication;

import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What published questions can be browsed by. */
@RestController
@Tag(name = "browsing")
class BrowsingController {

    private final JdbcClient jdbc;
    private final Cursors cursors;

    BrowsingController(JdbcClient jdbc, Cursors cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/specialties")
    @Operation(summary = "The specialties of published questions, by id")
    ResponseEntity<Page<SpecialtyEntry>> specialties(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit size = Limit.of(limit);
        List<SpecialtyEntry> found = jdbc.sql("""
                        SELECT specialty, count(*) AS questions FROM published_question WHERE specialty > :after
                        GROUP BY specialty ORDER BY specialty LIMIT :limit""")
                .param("after", after("specialties", cursor))
                .param("limit", size.value() + 1)
                .query((row, number) -> SpecialtyEntry.of(row.getString("specialty"), row.getLong("questions")))
                .list();
        return Page.of(found, size, last -> cursors.encode("specialties", List.of(last.id())))
                .response();
    }

    @GetMapping("/api/v1/topics")
    @Operation(summary = "The topics of published questions, by id")
    ResponseEntity<Page<TopicEntry>> topics(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Limit size = Limit.of(limit);
        List<TopicEntry> found = jdbc.sql("""
                        SELECT id, name, synonyms, questions FROM topic, LATERAL (
                            SELECT count(*) AS questions FROM published_question WHERE topics @> ARRAY[topic.id]) AS used
                        WHERE id > :after AND questions > 0 ORDER BY id LIMIT :limit""")
                .param("after", after("topics", cursor))
                .param("limit", size.value() + 1)
                .query((row, number) -> new TopicEntry(
                        row.getString("id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("synonyms").getArray()),
                        row.getLong("questions")))
                .list();
        return Page.of(found, size, last -> cursors.encode("topics", List.of(last.id())))
                .response();
    }

    private String after(String list, @Nullable String cursor) {
        return cursor == null ? "" : cursors.decode(list, cursor, 1).getFirst();
    }

    /** A specialty with its number of published questions. */
    record SpecialtyEntry(String id, String name, long questions) {

        static SpecialtyEntry of(String id, long questions) {
            String words = id.replace('-', ' ');
            return new SpecialtyEntry(id, Character.toUpperCase(words.charAt(0)) + words.substring(1), questions);
        }
    }

    /** A topic with its number of published questions. */
    record TopicEntry(String id, String name, List<String> synonyms, long questions) {}
}
