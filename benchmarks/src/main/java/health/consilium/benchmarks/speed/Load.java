package health.consilium.benchmarks.speed;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that search one query after the other for some time, all through the same list. */
record Load(List<String> queries, int clients, Duration time) {

    Measured run(Contender contender) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Duration before = cpu(contender);
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> each = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> client(contender, next, end)))
                    .toList();
            long[] sorted = new long[0];
            for (Future<long[]> client : each) {
                sorted = joined(sorted, client.get());
            }
            Arrays.sort(sorted);
            return new Measured(
                    sorted,
                    Duration.ofNanos(System.nanoTime() - started),
                    cpu(contender).minus(before));
        }
    }

    private long[] client(Contender contender, AtomicInteger next, long end) {
        long[] times = new long[1 << 20];
        int count = 0;
        long now = System.nanoTime();
        while (now < end && count < times.length) {
            contender.search(queries.get(next.getAndIncrement() % queries.size()));
            long done = System.nanoTime();
            times[count++] = done - now;
            now = done;
        }
        return Arrays.copyOf(times, count);
    }

    private static Duration cpu(Contender contender) {
        return contender.processes().stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long[] joined(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
