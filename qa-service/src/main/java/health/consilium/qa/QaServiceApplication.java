package health.consilium.qa;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the Q&A service. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Consilium: doctor Q&A", version = "v1"))
@EnableScheduling
public class QaServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(QaServiceApplication.class, arguments);
    }
}
