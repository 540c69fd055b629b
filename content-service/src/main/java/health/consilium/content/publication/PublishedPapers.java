package health.consilium.content.publication;

import health.consilium.content.article.Moments;
import health.consilium.content.paper.Doi;
import health.consilium.content.paper.Paper;
import health.consilium.content.paper.Paper.Journal;
import health.consilium.content.paper.Paper.PublicationDate;
import health.consilium.content.paper.PaperRecorded;
import health.consilium.content.paper.Papers;
import health.consilium.defaults.outbox.Republisher;
import health.consilium.defaults.paging.Cursors;
import health.consilium.defaults.paging.Limit;
import health.consilium.defaults.paging.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection of papers: the bytes that readers get and that go to Kafka. */
@Component
class PublishedPapers implements Republisher {

    /** A published document. */
    @SuppressWarnings("ArrayRecordComponent")
    record Published(String id, long version, byte[] document) {}

    private static final int BATCH = 100;
    private static final int LONGEST_NAME = 300;
    private static final String WRITE = """
            insert into published_paper (id, version, document, doi, title, authors, journal, year, updated_at)
            values (:id, :version, :document, :doi, :title, :authors, :journal, :year, :updatedAt)
            on conflict (id) do update set version = excluded.version, document = excluded.document,
                doi = excluded.doi, title = excluded.title, authors = excluded.authors, journal = excluded.journal,
                year = excluded.year, updated_at = excluded.updated_at
            """;
    private static final String LIST = """
            select id, version, document from published_paper
            where id > :after
                and (cast(:doi as text) is null or doi = :doi)
                and (cast(:author as text) is null or authors @> array[cast(:author as text)])
                and (cast(:journal as text) is null or journal = :journal)
                and (cast(:year as int) is null or year = :year)
            order by id limit :most
            """;

    private final Papers papers;
    private final JdbcClient jdbc;
    private final Cursors cursors;
    private final DocumentWriter writer;
    private final Messages messages;
    private final TransactionTemplate transaction;

    PublishedPapers(
            Papers papers,
            JdbcClient jdbc,
            Cursors cursors,
            DocumentWriter writer,
            Messages messages,
            TransactionTemplate transaction) {
        this.papers = papers;
        this.jdbc = jdbc;
        this.cursors = cursors;
        this.writer = writer;
        this.messages = messages;
        this.transaction = transaction;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(PaperRecorded recorded) {
        Instant now = Moments.now();
        Paper paper = recorded.paper();
        byte[] document = writer.write(PaperDocument.of(recorded.id(), recorded.version(), paper, now));
        Journal journal = paper.journal();
        PublicationDate publishedOn = paper.publishedOn();
        jdbc.sql(WRITE)
                .param("id", recorded.id())
                .param("version", recorded.version())
                .param("document", document)
                .param("doi", paper.doi())
                .param("title", paper.title())
                .param(
                        "authors",
                        paper.authors().stream()
                                .map(author -> author.name().toLowerCase(Locale.ROOT))
                                .filter(PublishedPapers::isSearchable)
                                .toArray(String[]::new))
                .param(
                        "journal",
                        (journal == null || !isSearchable(journal.name()))
                                ? null
                                : journal.name().toLowerCase(Locale.ROOT))
                .param("year", publishedOn == null ? null : publishedOn.date().getYear())
                .param("updatedAt", Timestamp.from(now))
                .update();
        messages.paper(recorded.id(), recorded.version(), document);
    }

    Optional<Published> find(String id) {
        return jdbc.sql("select id, version, document from published_paper where id = ?")
                .param(id)
                .query(PublishedPapers::published)
                .optional();
    }

    Page<Published> list(
            @Nullable String doi,
            @Nullable String author,
            @Nullable String journal,
            @Nullable Integer year,
            Limit limit,
            @Nullable String cursor) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(
                "after",
                cursor == null ? "" : cursors.decode("papers", cursor, 1).getFirst());
        values.put("doi", doi == null ? null : Objects.requireNonNullElse(Doi.normalise(doi), doi));
        values.put("author", author == null ? null : author.toLowerCase(Locale.ROOT));
        values.put("journal", journal == null ? null : journal.toLowerCase(Locale.ROOT));
        values.put("year", year);
        values.put("most", limit.value() + 1);
        List<Published> found =
                jdbc.sql(LIST).params(values).query(PublishedPapers::published).list();
        return Page.of(found, limit, last -> cursors.encode("papers", List.of(last.id())));
    }

    @Override
    public void republishAll() {
        String last = "";
        while (last != null) {
            String after = last;
            last = transaction.execute(status -> republishAfter(after));
        }
    }

    /** Reads the documents only once nobody can write newer ones: a statement sees what is committed before it. */
    private @Nullable String republishAfter(String id) {
        List<String> locked = papers.lockAfter(id, BATCH);
        jdbc.sql("select id, version, document from published_paper where id = any(:ids)")
                .param("ids", locked.toArray(String[]::new))
                .query(PublishedPapers::published)
                .list()
                .forEach(paper -> messages.paper(paper.id(), paper.version(), paper.document()));
        return locked.isEmpty() ? null : locked.getLast();
    }

    private static boolean isSearchable(String name) {
        return name.length() <= LONGEST_NAME;
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        return new Published(row.getString("id"), row.getLong("version"), row.getBytes("document"));
    }
}
