package health.consilium.stack.client;

import health.consilium.stack.ServerFailure;
import java.util.List;

/** What readers ask for: lists, documents, searches, and what is answered with 304, 401 or 404. */
public final class Reading {
    private static final String READER = "member";
    private static final List<String> QUERIES = List.of(
            "blood+pressure",
            "%22atrial+fibrillation%22",
            "heart+-walking",
            "tumour",
            "title:melanoma",
            "depresion",
            "how+often+should+I+measure",
            "cancer&type=article&facets=type,specialty,classification,year",
            "cancer&type=question&sort=newest&limit=5",
            "screening&mode=lexical");

    private static final List<String> WORDS_BEGUN = List.of("hea", "canc", "blood+pr");

    private final GatewayClient gateway;

    public Reading(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Asks for all of it once; fails with one sentence when something is answered otherwise than it should be. */
    public void once() {
        documents("/api/v1/articles");
        documents("/api/v1/questions");
        documents("/api/v1/papers");
        QUERIES.forEach(query -> get("/api/v1/search?q=" + query, 200));
        WORDS_BEGUN.forEach(begun -> get("/api/v1/search/suggestions?q=" + begun, 200));
        get("/api/v1/search/status", 200);
        get("/api/v1/articles/there-is-no-such-page", 404);
        get("/api/v1/questions?limit=0", 400);
        expect(401, Call.of(READER, "GET", "/api/v1/articles").header("Authorization", "Bearer none"));
    }

    private void documents(String path) {
        Answer list = get(path + "?limit=5", 200);
        list.json().path("items").forEach(item -> {
            String document = path + "/" + item.path("id").asString();
            Answer read = get(document, 200);
            expect(304, Call.of(READER, "GET", document).header("If-None-Match", read.header("ETag")));
        });
    }

    private Answer get(String path, int status) {
        return expect(status, Call.of(READER, "GET", path));
    }

    private Answer expect(int status, Call call) {
        Answer answer = gateway.send(call);
        if (answer.status() != status) {
            throw new ServerFailure(
                    "%s was answered with %s instead of %d.".formatted(call.path(), answer.problem(), status));
        }
        return answer;
    }
}
