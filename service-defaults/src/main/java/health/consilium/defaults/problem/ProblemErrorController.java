package health.consilium.defaults.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before or outside a controller, as a problem. */
@Controller
public class ProblemErrorController implements ErrorController {

    private final Problems problems;

    public ProblemErrorController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        HttpServletRequest original = new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                        ? path
                        : super.getRequestURI();
            }
        };
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            problems.writeFailure(original, response, failure);
        } else {
            ProblemType type = ProblemTypes.of(HttpStatusCode.valueOf(status(request)));
            problems.write(original, response, type, type.title() + ".");
        }
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
