package health.consilium.benchmarks.containers;

/** What a start took until the first good answer: seconds of processors, and seconds. */
record Start(double processor, double answer) {}
