package health.consilium.qa.doctor;

/** The public record of a doctor is new or different; {@code renamed} where another name was shown before. */
public record DoctorChanged(Doctor doctor, boolean renamed) {}
