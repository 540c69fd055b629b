package health.consilium.content.article.draft;

import health.consilium.defaults.problem.ProblemType;

/** What can go wrong with drafts in particular. */
final class ArticleProblems {

    static final ProblemType URI_FIXED = new ProblemType("uri-fixed", 409, "A published page keeps its uri");
    static final ProblemType OWN_DRAFT = new ProblemType("own-draft", 403, "Reviewed by its author");
    static final ProblemType NOTHING_TO_REVIEW = new ProblemType("nothing-to-review", 409, "Nothing to review");

    private ArticleProblems() {}
}
