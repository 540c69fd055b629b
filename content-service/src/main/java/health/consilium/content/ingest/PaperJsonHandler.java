package health.consilium.content.ingest;

import health.consilium.content.paper.Papers;
import health.consilium.defaults.imports.ImportRecord;
import health.consilium.defaults.imports.RecordHandler;
import org.springframework.stereotype.Component;

@Component
class PaperJsonHandler implements RecordHandler {

    private final Papers papers;

    PaperJsonHandler(Papers papers) {
        this.papers = papers;
    }

    @Override
    public String format() {
        return "paper-json";
    }

    @Override
    public Outcome handle(ImportRecord record) {
        return switch (papers.record(PaperJsonPapers.read(record.content()))) {
            case CREATED -> Outcome.CREATED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
        };
    }
}
