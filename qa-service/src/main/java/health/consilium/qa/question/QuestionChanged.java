package health.consilium.qa.question;

/** A public question changed, in the running transaction, which holds the question's row. */
public record QuestionChanged(Question question, Change change) {}
