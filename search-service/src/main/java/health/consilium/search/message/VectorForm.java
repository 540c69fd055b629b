package health.consilium.search.message;

import health.consilium.search.index.Change;
import health.consilium.search.index.DocumentKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Vectors as bytes: format, fingerprint of the text, number of dimensions, number of vectors, the numbers as 16-bit
 * floats, and a checksum of all that.
 */
final class VectorForm {

    private static final byte FORMAT = 1;
    private static final int HEAD = Byte.BYTES + Long.BYTES + Short.BYTES + Short.BYTES;
    private static final int MOST = 0xFFFF;

    private VectorForm() {}

    static byte[] bytes(Change.Vectors vectors) {
        List<float[]> all = vectors.vectors();
        int dimensions = all.getFirst().length;
        byte[] value = new byte[Math.toIntExact(size(dimensions, all.size()))];
        ByteBuffer bytes = ByteBuffer.wrap(value);
        bytes.put(FORMAT).putLong(vectors.fingerprint());
        bytes.putShort(checked(dimensions)).putShort(checked(all.size()));
        for (float[] vector : all) {
            put(vector, dimensions, bytes);
        }
        bytes.putInt(checksum(value));
        return value;
    }

    static Change.Vectors read(DocumentKey key, byte[] value) throws UnreadableMessage {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        require(value.length > 0 && bytes.get() == FORMAT, "The vectors are in no known format");
        require(value.length >= size(0, 0), "The vectors end early");
        long fingerprint = bytes.getLong();
        int dimensions = Short.toUnsignedInt(bytes.getShort());
        int count = Short.toUnsignedInt(bytes.getShort());
        require(dimensions > 0 && count > 0, "The record has no vector");
        require(value.length == size(dimensions, count), "The record is not as long as its vectors");
        List<float[]> vectors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            vectors.add(vector(dimensions, bytes));
        }
        require(bytes.getInt() == checksum(value), "The vectors' checksum is wrong");
        return new Change.Vectors(key, fingerprint, vectors);
    }

    private static long size(int dimensions, int count) {
        return HEAD + (long) dimensions * count * Short.BYTES + Integer.BYTES;
    }

    private static short checked(int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("Not a number of dimensions or vectors: " + number);
        }
        return (short) number;
    }

    private static void put(float[] vector, int dimensions, ByteBuffer bytes) {
        if (vector.length != dimensions) {
            throw new IllegalArgumentException("Vectors of %d and %d dimensions".formatted(dimensions, vector.length));
        }
        for (float number : vector) {
            short half = Float.floatToFloat16(number);
            if (!Float.isFinite(Float.float16ToFloat(half))) {
                throw new IllegalArgumentException("Not a number for a vector: " + number);
            }
            bytes.putShort(half);
        }
    }

    private static float[] vector(int dimensions, ByteBuffer bytes) {
        float[] vector = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = Float.float16ToFloat(bytes.getShort());
        }
        return vector;
    }

    private static int checksum(byte[] value) {
        CRC32C checksum = new CRC32C();
        checksum.update(value, 0, value.length - Integer.BYTES);
        return (int) checksum.getValue();
    }

    private static void require(boolean met, String otherwise) throws UnreadableMessage {
        if (!met) {
            throw new UnreadableMessage(otherwise);
        }
    }
}
