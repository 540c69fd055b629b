package health.consilium.stack.launcher;

import health.consilium.stack.ServerFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints an access token and nothing else, so that it can be used in other commands. */
@Command(name = "token", description = "Prints an access token of a demo user.")
final class TokenCommand extends PlatformCommand {
    @Parameters(paramLabel = "USER", description = "member, doctor, editor, reviewer, moderator or ops")
    private String user = "";

    @Override
    public Integer call() {
        if (!Launcher.USERS.contains(user)) {
            throw new ServerFailure(
                    "There is no demo user %s: choose one of %s.".formatted(user, String.join(", ", Launcher.USERS)));
        }
        out().println(launcher().gateway().token(user));
        return 0;
    }
}
