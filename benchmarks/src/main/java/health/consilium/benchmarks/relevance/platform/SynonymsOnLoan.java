package health.consilium.benchmarks.relevance.platform;

import health.consilium.stack.ServerFailure;
import health.consilium.stack.client.Answer;
import health.consilium.stack.client.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Adds a file of synonyms to the platform's own, and puts its own back when closed. */
public final class SynonymsOnLoan implements AutoCloseable {
    private static final String PATH = "/api/v1/search/synonyms";
    private static final String OPS = "ops";
    private static final String SOLR = "text/plain";

    private final LocalGateway gateway;
    private final String own;

    private SynonymsOnLoan(LocalGateway gateway, String own) {
        this.gateway = gateway;
        this.own = own;
    }

    /** Loads synonyms in Solr's form as someone of ops. */
    public static SynonymsOnLoan load(LocalGateway gateway, Path file) {
        Answer present = gateway.require(read());
        if (!present.header("Content-Type").startsWith(SOLR)) {
            throw new ServerFailure("The platform does not give its synonyms as %s.".formatted(SOLR));
        }
        String own = present.text();
        var loan = new SynonymsOnLoan(gateway, own);
        try {
            loan.put(own.strip() + "\n" + Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loan;
    }

    @Override
    public void close() {
        put(own);
    }

    private void put(String synonyms) {
        Answer present = gateway.require(read());
        Call put = Call.of(OPS, "PUT", PATH).body(SOLR + "; charset=utf-8", BodyPublishers.ofString(synonyms));
        String version = present.header("ETag");
        gateway.require(version.isEmpty() ? put : put.header("If-Match", version));
    }

    private static Call read() {
        return Call.of(OPS, "GET", PATH).header("Accept", SOLR + ", application/problem+json");
    }
}
