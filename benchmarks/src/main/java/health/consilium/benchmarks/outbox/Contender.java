package health.consilium.benchmarks.outbox;

/** What is compared. */
enum Contender {
    CONSILIUM("our relay"),
    POLLER("JDBC poller, 50 ms"),
    DEBEZIUM("Debezium embedded"),
    NAMASTACK("namastack-outbox"),
    MODULITH("Spring Modulith");

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Sets up what is missing; the relay does not run yet. */
    Pipeline open(Workplace place) {
        return switch (this) {
            case CONSILIUM -> ConsiliumPipeline.open(place);
            case POLLER -> PollerPipeline.open(place);
            case DEBEZIUM -> DebeziumPipeline.open(place);
            case NAMASTACK -> NamastackPipeline.open(place);
            case MODULITH -> ModulithPipeline.open(place);
        };
    }
}
