package health.consilium.acceptance.platform;

import java.util.Locale;

/** The demo users of the local realm; each password is the name. */
public enum User {
    MEMBER,
    DOCTOR,
    EDITOR,
    REVIEWER,
    MODERATOR,
    OPS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
