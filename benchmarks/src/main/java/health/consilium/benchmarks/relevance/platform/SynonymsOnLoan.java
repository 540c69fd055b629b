package health.consilium.benchmarks.relevance.platform;

import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Adds a file of synonyms to the platform's own, and brings its own back when closed. */
public final class SynonymsOnLoan implements AutoCloseable {
    private static final String PATH = "/api/v1/search/synonyms";
    private static final String OPS = "ops";
    private static final String SOLR = "text/plain";

    private final LocalGateway gateway;
    private final String own;
    private final boolean changedBefore;

    private SynonymsOnLoan(LocalGateway gateway) {
        this.gateway = gateway;
        this.own = read(SOLR).text();
        this.changedBefore =
                read("application/json").json().path("origin").asString("").equalsIgnoreCase("custom");
    }

    /** Loads synonyms in Solr's form as someone of ops. */
    public static SynonymsOnLoan load(LocalGateway gateway, Path file) {
        var loan = new SynonymsOnLoan(gateway);
        try {
            loan.put(loan.own.strip() + "\n" + Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loan;
    }

    /** A set that came with the service is not put back but gone back to, so that it counts as unchanged. */
    @Override
    public void close() {
        if (changedBefore) {
            put(own);
        } else {
            gateway.require(ifCurrent(Call.of(OPS, "DELETE", PATH)));
        }
    }

    private void put(String synonyms) {
        Call put = Call.of(OPS, "PUT", PATH).body(SOLR + "; charset=utf-8", BodyPublishers.ofString(synonyms));
        gateway.require(ifCurrent(put));
    }

    private Call ifCurrent(Call change) {
        return change.header("If-Match", read(SOLR).header("ETag"));
    }

    private Answer read(String form) {
        return gateway.require(Call.of(OPS, "GET", PATH).header("Accept", form + ", application/problem+json;q=0.5"));
    }
}
