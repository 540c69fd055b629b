package health.consilium.gateway.docs;

/**
 * What one type of problem means and what to do about it.
 *
 * @param slug the last part of the problem's {@code type}
 * @param status its HTTP status
 * @param title its title, as in the problem itself
 * @param meaning what happened
 * @param remedy what the caller can do
 */
record ProblemPage(String slug, int status, String title, String meaning, String remedy) {}
