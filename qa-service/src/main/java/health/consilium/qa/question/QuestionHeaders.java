package health.consilium.qa.question;

import health.consilium.defaults.web.ChangeToken;
import health.consilium.defaults.web.EntityTags;
import org.springframework.http.HttpHeaders;

/** The headers every successful write of a question answers with. */
public final class QuestionHeaders {

    private QuestionHeaders() {}

    /** The ETag and the Change-Token of this version. */
    public static HttpHeaders of(String id, long version) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(EntityTags.of(version));
        headers.set(ChangeToken.HEADER, new ChangeToken("question", id, version).encode());
        return headers;
    }
}
