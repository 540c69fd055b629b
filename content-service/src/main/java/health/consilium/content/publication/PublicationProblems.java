package health.consilium.content.publication;

import health.consilium.content.page.Link;
import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemType;
import java.util.List;

/** What can go wrong with publishing in particular. */
final class PublicationProblems {

    private static final ProblemType NOT_APPROVED = new ProblemType("not-approved", 409, "Draft not approved");
    private static final ProblemType BROKEN_LINKS = new ProblemType("broken-links", 409, "Broken internal links");
    private static final ProblemType NOT_PUBLISHED = new ProblemType("not-published", 409, "Not published");

    private PublicationProblems() {}

    static ProblemException notApproved() {
        return new ProblemException(NOT_APPROVED, "Someone else has to approve this draft before it is published.");
    }

    static ProblemException notPublished() {
        return new ProblemException(NOT_PUBLISHED, "This article is not public, so it cannot be withdrawn.");
    }

    static ProblemException brokenLinks(List<Link> broken) {
        var problem = new ProblemException(
                BROKEN_LINKS, "%d links lead nowhere. Mend them, or send allowMissingLinks.".formatted(broken.size()));
        broken.forEach(link -> problem.error("/body", "%s is %s".formatted(link.ref(), link.status())));
        return problem;
    }
}
