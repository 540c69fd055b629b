package health.consilium.search.message;

/** A message that no retry can make readable; its text holds nothing of the message's data. */
public class UnreadableMessage extends Exception {

    UnreadableMessage(String reason) {
        super(reason);
    }

    UnreadableMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
