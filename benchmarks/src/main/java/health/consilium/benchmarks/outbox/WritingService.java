package health.consilium.benchmarks.outbox;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A contender in a process of its own, to be killed: relays, writes until the database has so many events, waits. */
public final class WritingService {

    private WritingService() {}

    /** Arguments: the contender, how many events there shall be, the workplace. */
    public static void main(String... arguments) throws InterruptedException {
        Workplace place = Workplace.ofArguments(Arrays.asList(arguments).subList(2, arguments.length));
        try (Pipeline pipeline = Contender.valueOf(arguments[0]).open(place)) {
            pipeline.startRelay();
            new Writers(pipeline).write(Integer.parseInt(arguments[1]) - pipeline.written(), true);
            new CountDownLatch(1).await();
        }
    }
}
