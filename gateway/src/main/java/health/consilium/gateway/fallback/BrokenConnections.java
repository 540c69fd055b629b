package health.consilium.gateway.fallback;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Leaves it to the server to close a connection that can't carry an answer any more, also not a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenConnections {

    @ExceptionHandler({CloseNowException.class, ClientAbortException.class})
    void close(IOException broken) throws IOException {
        throw broken;
    }
}
