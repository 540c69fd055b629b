package health.consilium.content.page;

import java.util.List;

/**
 * What a newly placed address means for others.
 *
 * @param visible whether those that show this article have to change
 * @param dispossessed articles whose former uri was taken over
 */
public record Placement(boolean visible, List<String> dispossessed) {}
