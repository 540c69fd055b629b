package health.consilium.content.article;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.content.article.ArticleBody.Heading;
import health.consilium.content.article.ArticleBody.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBodyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Rest<script>alert(1)</script></p>",
                "<p onclick=\"alert(1)\">Rest</p>",
                "<p style=\"position:fixed\">Rest</p>",
                "<p>Rest<style>p{display:none}</style></p>",
                "<p><a href=\"javascript:alert(1)\">Rest</a></p>",
                "<p><a href=\" jAvAsCrIpT&colon;alert(1)\">Rest</a></p>",
                "<p><img src=\"data:text/html,alert(1)\">Rest</p>",
                "<p>Rest<iframe src=\"https://example.org\"></iframe></p>",
                "<p>Rest<svg onload=\"alert(1)\"></svg></p>",
                "<p>Rest<noscript><img src=x onerror=alert(1)></noscript></p>",
                "<p>Rest<math><mi>x</mi></math></p>",
                "<form action=\"https://example.org\"><p>Rest<input autofocus onfocus=\"alert(1)\"></p></form>",
                "<p>Rest<object data=\"x.swf\"></object><embed src=\"x.swf\"></p>",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\"><p>Rest</p>",
                "<base href=\"https://example.org/\"><p>Rest</p>"
            })
    void takesOutWhatCouldRunAndReportsIt(String html) {
        ArticleBody body = ArticleBody.clean(html);

        assertThat(body.html())
                .contains("Rest")
                .doesNotContainIgnoringCase("script")
                .doesNotContainIgnoringCase("alert(")
                .doesNotContain("style", "onclick", "<iframe", "<svg", "<math", "<form", "<base", "<meta", "data:");
        assertThat(body.removed()).isNotEmpty();
    }

    @Test
    void keepsTheStructure() {
        String html = "<h2 id=\"cool\">Cool it</h2><p>Now <strong>hold</strong> still.</p><aside><p>Read <a"
                + " href=\"/burns\">more</a></p></aside><figure><img src=\"/a.png\" alt=\"A hand\"><figcaption>A"
                + " hand</figcaption></figure><table><tbody><tr><td colspan=\"2\">H<sub>2</sub>O</td></tr></tbody></table>"
                + "<video controls=\"\" src=\"/a.mp4\"></video>";

        ArticleBody body = ArticleBody.clean(html);

        assertThat(body.html()).isEqualTo(html);
        assertThat(body.removed()).isEmpty();
    }

    @Test
    void countsEachKindOfRemoval() {
        ArticleBody body =
                ArticleBody.clean("<p onclick=\"a()\">One</p><p onclick=\"b()\">Two</p><script>c()</script>");

        assertThat(body.removed())
                .containsExactlyInAnyOrder(new Removal("p", "onclick", 2), new Removal("script", null, 1));
    }

    @Test
    void givesEveryHeadingAnAnchorOfItsOwn() {
        ArticleBody body = ArticleBody.clean("<h1>Über uns</h1><h2 id=\"care\">Care</h2><h2>Care</h2><h3> </h3>");

        assertThat(body.outline())
                .containsExactly(
                        new Heading("uber-uns", "Über uns", 1),
                        new Heading("care", "Care", 2),
                        new Heading("care-2", "Care", 2),
                        new Heading("section", "", 3));
        assertThat(body.html()).contains("<h1 id=\"uber-uns\">");
    }

    @Test
    void staysTheSameWhenCleanedAgain() {
        ArticleBody once = ArticleBody.clean("<h2>Care &amp; rest</h2><p>5 < 6 <b>bold<i>both</b>");

        ArticleBody twice = ArticleBody.clean(once.html());

        assertThat(twice.html()).isEqualTo(once.html());
    }

    @Test
    void tellsLinksInAsidesFromThoseInTheText() {
        ArticleBody body = ArticleBody.of("<p><a href=\"/a\">A</a></p><aside><p><a href=\"/b\">B</a></p></aside>");

        assertThat(body.hyperlinks()).containsExactly(new Hyperlink("/a", false), new Hyperlink("/b", true));
    }
}
