package health.consilium.content;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service that owns articles and papers. */
@SpringBootApplication
@EnableScheduling
public class ContentServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContentServiceApplication.class, arguments);
    }
}
