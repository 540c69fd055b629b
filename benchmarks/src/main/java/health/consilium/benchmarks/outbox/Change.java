package health.consilium.benchmarks.outbox;

import java.nio.charset.StandardCharsets;

/** A new version of an aggregate, as every contender carries it: about 1 KB of JSON. */
record Change(String key, long version, String words) {

    static final int AGGREGATES = 200;

    private static final String WORDS = "state of the aggregate ".repeat(42).strip();
    private static final byte[] VERSION = "\"version\":".getBytes(StandardCharsets.UTF_8);

    static Change of(String key, long version) {
        return new Change(key, version, WORDS);
    }

    static String key(int aggregate) {
        return "a-" + aggregate;
    }

    static int aggregate(byte[] key) {
        return Integer.parseInt(new String(key, 2, key.length - 2, StandardCharsets.US_ASCII));
    }

    int aggregate() {
        return aggregate(keyBytes());
    }

    byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    byte[] json() {
        String json = "{\"key\":\"" + key + "\",\"version\":" + version + ",\"words\":\"" + words + "\"}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The version in the JSON, without parsing the rest. */
    static int version(byte[] json) {
        int at = 0;
        for (int matched = 0; matched < VERSION.length; at++) {
            matched = json[at] == VERSION[matched] ? matched + 1 : 0;
        }
        int version = 0;
        for (; json[at] >= '0' && json[at] <= '9'; at++) {
            version = version * 10 + json[at] - '0';
        }
        return version;
    }
}
