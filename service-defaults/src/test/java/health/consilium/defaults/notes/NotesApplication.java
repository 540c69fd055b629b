package health.consilium.defaults.notes;

import health.consilium.defaults.security.AccessRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Notes have a title and a version; editors and reviewers write them. */
@SpringBootApplication
public class NotesApplication {

    @Bean
    AccessRules notesAccess() {
        return authorize -> authorize
                .requestMatchers(HttpMethod.POST, "/api/v1/**")
                .hasAnyRole("editor", "reviewer")
                .requestMatchers("/api/v1/settings")
                .hasRole("ops");
    }

    @Bean
    Gate gate() {
        return new Gate();
    }
}
