package health.consilium.content.paper;

/** A paper is new or has changed; its row is locked until the transaction ends. */
public record PaperRecorded(String id, long version, Paper paper) {}
