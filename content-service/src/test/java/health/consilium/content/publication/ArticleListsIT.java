package health.consilium.content.publication;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.ContentApi;
import health.consilium.content.ContentApi.Answer;
import health.consilium.content.ContentTest;
import health.consilium.content.NewsDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ContentTest
class ArticleListsIT {

    @LocalServerPort
    private int port;

    private ContentApi member;
    private NewsDesk desk;
    private final String root = NewsDesk.freshUri();

    @BeforeEach
    void enter() {
        var api = ContentApi.at(port);
        member = api.as("member");
        desk = new NewsDesk(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "updated", "uri"})
    void pagesThroughATreeWithoutGapsOrRepeats(String sort) {
        List<String> published = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            published.add(desk.makesPublic(NewsDesk.page(root + "/" + name, name)));
        }

        var seen = follow("/api/v1/articles?under=%s&limit=2&sort=%s".formatted(root, sort));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void filtersByWhatAnArticleIs() {
        var page = NewsDesk.page(root + "/x", "X");
        page.put("type", root);
        page.put("language", "de");
        page.put("contributors", List.of(Map.of("role", "author", "name", "Mara " + root)));
        page.put("classifications", List.of(Map.of("name", "Class " + root)));
        String id = desk.makesPublic(page);

        assertThat(ids("type=" + root)).containsExactly(id);
        assertThat(ids("language=de&under=" + root)).containsExactly(id);
        assertThat(ids("language=en&under=" + root)).isEmpty();
        assertThat(ids("contributor=mara%20" + root)).containsExactly(id);
        assertThat(ids("classification=class-" + root)).containsExactly(id);
        assertThat(ids("under=%s&updatedSince=2999-01-01T00:00:00Z".formatted(root)))
                .isEmpty();
    }

    @Test
    void showsThoseWhoAskForNewsWhatWasWrittenLongBeforeItWasPublished() {
        String early = desk.drafts(NewsDesk.page(root + "/early", "Written early"));
        String late = desk.makesPublic(NewsDesk.page(root + "/late", "Written late"));
        Instant lastAsked = Instant.now();

        desk.approves(early);
        desk.publishes(early);

        assertThat(ids("under=%s&updatedSince=%s".formatted(root, lastAsked))).containsExactly(early);
        assertThat(ids("under=%s&sort=updated".formatted(root))).containsExactly(late, early);
    }

    @Test
    void leavesHiddenAndWithdrawnPagesOut() {
        var hidden = NewsDesk.page(root + "/hidden", "Hidden");
        hidden.put("hidden", true);
        String hiddenId = desk.makesPublic(hidden);
        desk.withdraws(desk.makesPublic(NewsDesk.page(root + "/gone", "Gone")));

        assertThat(ids("under=" + root)).isEmpty();
        assertThat(ids("hidden=true&under=" + root)).containsExactly(hiddenId);
    }

    @Test
    void listsChildrenInTheirOrder() {
        String parent = desk.makesPublic(NewsDesk.page(root, "Parent"));
        for (int order : new int[] {2, 1, 3}) {
            var child = NewsDesk.page(root + "/c" + order, "Child " + order);
            child.put("order", order);
            desk.makesPublic(child);
        }

        assertThat(follow("/api/v1/articles/%s/children?limit=2".formatted(parent)))
                .containsExactly(root + "-c1", root + "-c2", root + "-c3");
    }

    @Test
    void refusesWhatItCannotPage() {
        assertThat(member.get("/api/v1/articles?limit=0").problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(member.get("/api/v1/articles?sort=random").problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(member.get("/api/v1/articles?updatedSince=soon").problem())
                .isEqualTo("400 /problems/invalid-request");
        assertThat(member.get("/api/v1/articles?updatedSince=%2B999999999-01-01T00:00:00Z")
                        .problem())
                .isEqualTo("400 /problems/invalid-request");
        assertThat(member.get("/api/v1/articles?cursor=Zm9yZ2Vk").problem()).isEqualTo("400 /problems/invalid-cursor");
    }

    private List<String> ids(String query) {
        return follow("/api/v1/articles?" + query);
    }

    private List<String> follow(String path) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer answer = member.get(cursor.isEmpty() ? path : path + "&cursor=" + cursor);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            answer.json().get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = answer.json().get("next").isNull()
                    ? null
                    : answer.json().get("next").asString();
        }
        return ids;
    }
}
