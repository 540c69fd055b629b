package health.consilium.gateway.route;

import health.consilium.gateway.upstream.Upstreams;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says in public, and in short, whether the platform serves: {@code UP}, {@code DEGRADED} or {@code DOWN}. */
@RestController
class HealthController {

    private final Upstreams upstreams;

    HealthController(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @GetMapping({"/health", "/api/v1/health"})
    ResponseEntity<Health> health() {
        Map<String, String> states = upstreams.states();
        boolean all = states.values().stream().allMatch("UP"::equals);
        boolean some = states.containsValue("UP");
        var health = new Health(all ? "UP" : some ? "DEGRADED" : "DOWN", states);
        var answer = some ? ResponseEntity.ok() : ResponseEntity.status(503).header("Retry-After", "5");
        return answer.cacheControl(CacheControl.noStore()).body(health);
    }

    record Health(String status, Map<String, String> services) {}
}
