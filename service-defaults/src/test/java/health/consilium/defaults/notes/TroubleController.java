package health.consilium.defaults.notes;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whatever can go wrong in a controller. */
@RestController
@RequestMapping("/api/v1/trouble")
class TroubleController {

    private final JdbcClient database;

    TroubleController(JdbcClient database) {
        this.database = database;
    }

    @GetMapping("/fault")
    String fail() {
        throw new IllegalStateException("select * from note where " + getClass().getName());
    }

    @GetMapping("/cut-off")
    void cutOff(HttpServletResponse response) throws IOException {
        response.getOutputStream().write(new byte[64 * 1024]);
        response.flushBuffer();
        throw new IllegalStateException("in the middle of an answer");
    }

    @GetMapping("/lost-database")
    boolean loseDatabase() {
        return database.sql("select pg_terminate_backend(pg_backend_pid())")
                .query(Boolean.class)
                .single();
    }

    @GetMapping("/broken-rule")
    int breakRule(@RequestParam String text) {
        return database.sql("insert into note (title) values (:title)")
                .param("title", text)
                .update();
    }

    @GetMapping("/day")
    LocalDate day(@RequestParam LocalDate on) {
        return on;
    }

    @GetMapping("/numbers/{number}")
    int number(@PathVariable int number) {
        return number;
    }

    @GetMapping("/count")
    int count(@RequestParam("of") @Min(1) @Max(9) int number) {
        return number;
    }

    @GetMapping("/header")
    String header(@RequestHeader("Prefer") String preference) {
        return preference;
    }

    @GetMapping(path = "/json-only", produces = MediaType.APPLICATION_JSON_VALUE)
    String json() {
        return "{}";
    }
}
