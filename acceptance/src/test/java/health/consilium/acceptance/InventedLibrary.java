package health.consilium.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented pages in the order they are imported; some come again in a later edition. */
record InventedLibrary(String marker, List<InventedPage> pages) {
    /** By edition: which pages have it. */
    private static final Map<Integer, Integer> EVERY = new TreeMap<>(Map.of(1, 1, 2, 4, 3, 8));

    /** All pages once; every fourth a second time, every eighth a third time. */
    static InventedLibrary of(String marker, int count) {
        List<InventedPage> pages = new ArrayList<>();
        EVERY.forEach((edition, step) -> IntStream.range(0, count)
                .filter(number -> number % step == 0)
                .forEach(number -> pages.add(new InventedPage(marker, number, edition, count))));
        return new InventedLibrary(marker, List.copyOf(pages));
    }

    byte[] zip() {
        var zip = new Zip();
        pages.forEach(page -> zip.add("%s-%d.md".formatted(page.id(), page.edition()), page.document()));
        return zip.toBytes();
    }

    /** Each page in its last edition, by id. */
    Map<String, InventedPage> last() {
        BinaryOperator<InventedPage> later = BinaryOperator.maxBy(Comparator.comparingInt(InventedPage::edition));
        return pages.stream().collect(Collectors.toMap(InventedPage::id, page -> page, later, TreeMap::new));
    }

    long updates() {
        return (long) pages.size() - last().size();
    }
}
