package health.consilium.defaults.web;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The first responses to keyed POSTs, kept for 24 hours. */
class StoredResponses {

    private static final List<String> KEPT_HEADERS =
            List.of("Content-Type", "Location", "ETag", "Link", ChangeToken.HEADER);

    private final JdbcClient database;

    StoredResponses(JdbcClient database) {
        this.database = database;
    }

    /**
     * Writes the stored response of this scope, if there is one.
     *
     * @throws ProblemException 409 while the first request is in flight, 422 when it was another request
     */
    boolean replay(String scope, byte[] fingerprint, HttpServletResponse response) {
        boolean free = database.sql("select pg_try_advisory_xact_lock(hashtextextended(:scope, 0))")
                .param("scope", scope)
                .query(Boolean.class)
                .single();
        if (!free) {
            throw new ProblemException(
                            ProblemTypes.REQUEST_IN_FLIGHT,
                            "The first request with this Idempotency-Key is still being handled.")
                    .header("Retry-After", "1");
        }
        return database.sql("""
                        select fingerprint, status, headers, body from idempotent_response
                        where scope = :scope and created_at > now() - interval '24 hours'
                        """)
                .param("scope", scope)
                .query((row, number) -> new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getBytes(4)))
                .optional()
                .map(stored -> {
                    stored.write(fingerprint, response);
                    return true;
                })
                .orElse(false);
    }

    void store(String scope, byte[] fingerprint, ContentCachingResponseWrapper response) {
        String headers = KEPT_HEADERS.stream()
                .filter(name -> response.getHeader(name) != null)
                .map(name -> name + ":" + response.getHeader(name))
                .collect(Collectors.joining("\n"));
        database.sql("""
                        insert into idempotent_response (scope, fingerprint, status, headers, body)
                        values (:scope, :fingerprint, :status, :headers, :body)
                        on conflict (scope) do update set fingerprint = excluded.fingerprint,
                          status = excluded.status, headers = excluded.headers, body = excluded.body, created_at = now()
                        """)
                .param("scope", scope)
                .param("fingerprint", fingerprint)
                .param("status", response.getStatus())
                .param("headers", headers)
                .param("body", response.getContentAsByteArray())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forgetOld() {
        database.sql("delete from idempotent_response where created_at < now() - interval '24 hours'")
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(byte[] fingerprint, int status, String headers, byte[] body) {

        void write(byte[] asked, HttpServletResponse response) {
            if (!Arrays.equals(fingerprint, asked)) {
                throw new ProblemException(
                        ProblemTypes.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was sent with another request. Use a new key for a new request.");
            }
            response.setStatus(status);
            headers.lines().map(line -> line.split(":", 2)).forEach(pair -> response.setHeader(pair[0], pair[1]));
            response.setHeader("Idempotency-Replayed", "true");
            try {
                response.getOutputStream().write(body);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
