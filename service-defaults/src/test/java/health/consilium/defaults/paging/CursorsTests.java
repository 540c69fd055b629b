package health.consilium.defaults.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTests {

    private final Cursors cursors = new Cursors("the secret of one service");

    @Test
    void returnsTheKeysThatItWasMadeOf() {
        var keys = List.of("2020-02-29T10:00:00Z", "", "Größe, 100 %", "\u001f|\u001e1\u001e0\u001f\u001e");

        String cursor = cursors.encode("notes", keys);

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(cursors.decode("notes", cursor, 4)).isEqualTo(keys);
    }

    @Test
    void isUnderstoodByEveryInstanceWithTheSameSecret() {
        String cursor = cursors.encode("notes", List.of("a", "b"));

        assertThat(new Cursors("the secret of one service").decode("notes", cursor, 2))
                .containsExactly("a", "b");
    }

    @Test
    void refusesACursorOfAnotherService() {
        String foreign = new Cursors("the secret of another one").encode("notes", List.of("a", "b"));

        assertRefused(foreign, 2);
    }

    @Test
    void refusesACursorThatWasChangedAnywhere() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.encode("notes", List.of("2020", "id-7")));

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), 2);
        }
    }

    @Test
    void refusesACursorThatWasCutOff() {
        String cursor = cursors.encode("notes", List.of("2020", "id-7"));

        for (int length = 0; length < cursor.length(); length++) {
            assertRefused(cursor.substring(0, length), 2);
        }
    }

    @Test
    void refusesACursorOfAListWithOtherKeys() {
        assertRefused(cursors.encode("notes", List.of("a", "b")), 1);
        assertRefused(cursors.encode("notes", List.of("a", "b")), 3);
    }

    @Test
    void refusesACursorOfAnotherList() {
        assertRefused(cursors.encode("doctors", List.of("a", "b")), 2);
        assertRefused(cursors.encode("notes\u001fa", List.of("b")), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "abc", "%%%", "größer", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoCursor(String text) {
        assertRefused(text, 1);
    }

    @Test
    void demandsASecretThatCannotBeGuessedQuickly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cursors("short"))
                .withMessageContaining("consilium.paging.cursor-key");
    }

    private void assertRefused(String cursor, int size) {
        assertThatExceptionOfType(ProblemException.class)
                .as(cursor)
                .isThrownBy(() -> cursors.decode("notes", cursor, size))
                .returns(ProblemTypes.INVALID_CURSOR, ProblemException::type)
                .satisfies(problem -> assertThat(problem.errors().getFirst()).containsEntry("parameter", "cursor"));
    }
}
