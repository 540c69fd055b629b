/** What the platform does in containers: how load spreads, what a killed replica costs, a cut from Kafka, memory, starts. */
@NullMarked
package health.consilium.benchmarks.containers;

import org.jspecify.annotations.NullMarked;
