package health.consilium.defaults.imports;

/**
 * One record of an import.
 *
 * @param number its place in the upload, from 1
 * @param name what a person finds it by: a file's name, or "line 17"
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportRecord(int number, String name, byte[] content) {}
