package health.consilium.defaults.notes;

import health.consilium.stack.test.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the service of notes with a real database and real tokens. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealServers(postgres = "notes", kafka = false)
@SpringBootTest(
        classes = NotesApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=notes")
public @interface NotesTest {}
