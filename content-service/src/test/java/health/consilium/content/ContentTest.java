package health.consilium.content;

import health.consilium.stack.test.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Runs a test against the whole service with real servers around it; all such tests share one application. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealServers(postgres = "content")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public @interface ContentTest {}
