package health.consilium.benchmarks.outbox;

import java.util.function.Function;

/** What is compared. */
enum Contender {
    CONSILIUM("our relay", ConsiliumPipeline::open),
    POLLER("JDBC poller, 50 ms", PollerPipeline::open),
    DEBEZIUM("Debezium embedded", DebeziumPipeline::open),
    NAMASTACK("namastack-outbox", NamastackPipeline::open),
    MODULITH("Spring Modulith", ModulithPipeline::open);

    private final String title;
    private final Function<Workplace, Pipeline> opener;

    Contender(String title, Function<Workplace, Pipeline> opener) {
        this.title = title;
        this.opener = opener;
    }

    String title() {
        return title;
    }

    /** Sets up what is missing; the relay does not run yet. */
    Pipeline open(Workplace place) {
        return opener.apply(place);
    }
}
