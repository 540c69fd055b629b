package health.consilium.gateway.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Lets encoded slashes within an id through, but no path that climbs when somebody decodes it, or is no path. */
final class UnambiguousPaths extends StrictHttpFirewall {

    private static final Pattern DUBIOUS =
            Pattern.compile("(/|%2f)(\\.|%2e){1,2}(/|%2f|$)|[\\[\\]]", Pattern.CASE_INSENSITIVE);

    UnambiguousPaths() {
        setAllowUrlEncodedSlash(true);
        setAllowUrlEncodedPercent(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (isDubious(request.getRequestURI())) {
            throw new RequestRejectedException("The path could be read in two ways");
        }
        return super.getFirewalledRequest(request);
    }

    /** Most paths have none of these characters, and need no pattern. */
    private static boolean isDubious(String path) {
        return path.chars().anyMatch(character -> ".%[]".indexOf(character) >= 0)
                && DUBIOUS.matcher(path).find();
    }
}
