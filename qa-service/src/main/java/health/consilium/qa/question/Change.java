package health.consilium.qa.question;

/** What happened to a question that the public may notice. */
public enum Change {
    PUBLISHED,
    ANSWERED,
    ANSWER_REVISED,
    MORE_INFO_CHANGED,
    WITHDRAWN
}
