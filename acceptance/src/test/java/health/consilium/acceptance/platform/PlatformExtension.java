package health.consilium.acceptance.platform;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the platform when a test first asks for it, and shows its logs where a class first fails. */
class PlatformExtension implements ParameterResolver, TestWatcher, LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(PlatformExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context)
                .computeIfAbsent(Attempt.class, type -> Attempt.toStart(), Attempt.class)
                .running();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        showLogs(context);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        showLogs(context);
        throw failure;
    }

    private static void showLogs(ExtensionContext context) {
        Attempt attempt = store(context).get(Attempt.class, Attempt.class);
        String shown = "shown " + context.getRequiredTestClass().getName();
        if (attempt != null && attempt.platform != null && store(context).get(shown) == null) {
            store(context).put(shown, true);
            System.out.println(attempt.platform.logTails());
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }

    /** The one start of this run: where it failed, every test fails for that reason. */
    private record Attempt(
            @Nullable Platform platform, @Nullable Throwable failure) implements AutoCloseable {
        static Attempt toStart() {
            try {
                return new Attempt(Platform.start(), null);
            } catch (AssertionError | RuntimeException failure) {
                return new Attempt(null, failure);
            }
        }

        Platform running() {
            if (platform == null) {
                throw new IllegalStateException("the platform did not start", failure);
            }
            return platform;
        }

        @Override
        public void close() {
            if (platform != null) {
                platform.close();
            }
        }
    }
}
