package health.consilium.qa.doctor;

import java.util.List;

/** What the public may know of a doctor. */
public record Doctor(String id, String name, List<String> specialties, long version) {}
