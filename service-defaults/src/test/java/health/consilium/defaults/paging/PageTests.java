package health.consilium.defaults.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PageTests {

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void endsWithTheLastItems() {
        Page<String> page = Page.of(List.of("a", "b"), Limit.of(2), last -> "after " + last);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isNull();
    }

    @Test
    void goesOnAfterItsLastItemWhenThereAreMore() {
        Page<String> page = Page.of(List.of("a", "b", "c"), Limit.of(2), last -> "after " + last);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEqualTo("after b");
    }

    @Test
    void linksToTheNextPageOnTheSameHostKeepingTheQuery() {
        String link = linkOf("/api/v1/notes", "under=a%2Fb%20c&limit=2", "n3xt_-");

        assertThat(link).isEqualTo("</api/v1/notes?under=a%2Fb%20c&limit=2&cursor=n3xt_->; rel=\"next\"");
    }

    @Test
    void replacesTheCursorOfThisPage() {
        String link = linkOf("/api/v1/notes", "cursor=old&sort=newest", "new");

        assertThat(link).isEqualTo("</api/v1/notes?sort=newest&cursor=new>; rel=\"next\"");
    }

    @Test
    void linksFromAListWithoutAQuery() {
        assertThat(linkOf("/api/v1/notes", null, "new")).isEqualTo("</api/v1/notes?cursor=new>; rel=\"next\"");
    }

    @Test
    void linksNowhereFromTheLastPage() {
        request("/api/v1/notes", "cursor=old");

        var response = new Page<>(List.of("a"), null).response();

        assertThat(response.getHeaders().containsHeader(HttpHeaders.LINK)).isFalse();
    }

    private static @Nullable String linkOf(String path, @Nullable String query, String next) {
        request(path, query);
        return new Page<>(List.of("a"), next).response().getHeaders().getFirst(HttpHeaders.LINK);
    }

    private static void request(String path, @Nullable String query) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServerName("inside.example");
        request.setServerPort(8081);
        request.setQueryString(query);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
