package health.consilium.benchmarks.containers;

import java.time.Duration;

/**
 * A replica killed and started again.
 *
 * @param ready from its start until it said that it was
 * @param serving from its start until it had answered a request that the gateway sent it
 * @param counted from its start until the gateway counted as many usable replicas as before; negative if it does not say
 */
record Kill(
        int round,
        String replica,
        Duration ready,
        Duration serving,
        Duration counted,
        int reads,
        int readsFailed,
        int writesFailed) {}
