package health.consilium.qa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the Q&A service. */
@SpringBootApplication
@EnableScheduling
public class QaServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QaServiceApplication.class, arguments);
    }
}
