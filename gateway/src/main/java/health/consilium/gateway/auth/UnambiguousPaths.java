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
        if (DUBIOUS.matcher(request.getRequestURI()).find()) {
            throw new RequestRejectedException("The path could be read in two ways");
        }
        return super.getFirewalledRequest(request);
    }
}
