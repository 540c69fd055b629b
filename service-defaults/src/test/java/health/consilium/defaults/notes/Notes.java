package health.consilium.defaults.notes;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The stored notes. */
@Component
public class Notes {

    private static final String READ = "select title, version from note ";

    private final JdbcClient database;

    Notes(JdbcClient database) {
        this.database = database;
    }

    @Transactional
    public Note add(String title) {
        database.sql("insert into note (title) values (:title)")
                .param("title", title)
                .update();
        return new Note(title, 1);
    }

    /** Adds a note and then fails, so that its transaction rolls back. */
    @Transactional
    public Note addAndFail(String title) {
        add(title);
        throw new ProblemException(ProblemTypes.CONFLICT, "Notes like this are not kept.");
    }

    Note change(String title) {
        return database.sql("update note set version = version + 1 where title = :title returning title, version")
                .param("title", title)
                .query(Note.class)
                .single();
    }

    Note read(String title) {
        return database.sql(READ + "where title = :title")
                .param("title", title)
                .query(Note.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemTypes.NOT_FOUND, "There is no such note."));
    }

    List<Note> after(@Nullable String title, int most) {
        return database.sql(READ + "where title > :title and title like 'page%' order by title limit :most")
                .param("title", title == null ? "" : title)
                .param("most", most)
                .query((row, number) -> new Note(row.getString(1), row.getLong(2)))
                .list();
    }

    /** How often the note is stored: never, or once. */
    public long count(String title) {
        return database.sql("select count(*) from note where title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    /** One note. */
    public record Note(String title, long version) {}
}
