package health.consilium.stack.compose;

import java.util.List;

/** Something that happened to a container. */
public record ContainerEvent(String service, String container, String action) {
    static final String FORMAT = "{{index .Actor.Attributes \"com.docker.compose.service\"}}"
            + "\t{{index .Actor.Attributes \"name\"}}\t{{.Action}}";

    static ContainerEvent parse(String line) {
        List<String> fields = List.of(line.split("\t", 3));
        return new ContainerEvent(fields.get(0), fields.get(1), fields.get(2));
    }

    /** Its process has ended. */
    public boolean isEnd() {
        return action.equals("die");
    }

    /** Its health check says for the first time since its start that it is well. */
    public boolean isReady() {
        return action.equals("health_status: healthy");
    }
}
