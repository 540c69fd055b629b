package health.consilium.benchmarks.containers.load;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import health.consilium.stack.client.GatewayClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What readers ask for, in turn: an article, articles, a question, questions, a search. */
public final class Reads {
    private static final String READER = "member";
    private static final List<String> WORDS = List.of("heart", "cancer", "blood+pressure", "screening", "depression");

    private final List<List<String>> kinds;
    private final AtomicInteger turn = new AtomicInteger();

    private Reads(List<List<String>> kinds) {
        this.kinds = kinds;
    }

    /** Of what the platform has; fails if that is nothing. */
    public static Reads of(GatewayClient gateway) {
        return new Reads(List.of(
                documents(gateway, "/api/v1/articles"),
                List.of("/api/v1/articles?limit=5"),
                documents(gateway, "/api/v1/questions"),
                List.of("/api/v1/questions?limit=5"),
                WORDS.stream()
                        .map(word -> "/api/v1/search?mode=lexical&limit=5&q=" + word)
                        .toList()));
    }

    Call next() {
        int number = turn.getAndIncrement() & Integer.MAX_VALUE;
        List<String> kind = kinds.get(number % kinds.size());
        return Call.of(READER, "GET", kind.get(number / kinds.size() % kind.size()));
    }

    private static List<String> documents(GatewayClient gateway, String path) {
        Answer list = gateway.send(Call.of(READER, "GET", path + "?limit=20"));
        List<String> documents = items(list).map(id -> path + "/" + id).toList();
        if (documents.isEmpty()) {
            throw new ServerFailure("%s has nothing to read (%d): ./consilium demo.".formatted(path, list.status()));
        }
        return documents;
    }

    private static Stream<String> items(Answer list) {
        return StreamSupport.stream(list.json().path("items").spliterator(), false)
                .map(item -> item.path("id").asString(""));
    }
}
