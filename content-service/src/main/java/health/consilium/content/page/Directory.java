package health.consilium.content.page;

import health.consilium.content.page.Link.By;
import health.consilium.content.page.Link.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses found for a set of keys, and the neighbours of the page that asked. */
final class Directory {

    private final Map<String, Address> byUri = new HashMap<>();
    private final Map<String, Address> byId = new HashMap<>();
    private final Map<String, Address> byFormerUri = new HashMap<>();
    private final List<String> ownFormerUris = new ArrayList<>();
    private @Nullable PageRef previous;
    private @Nullable PageRef next;

    void add(String what, String key, Address address) {
        switch (what) {
            case "uri" -> byUri.put(key, address);
            case "id" -> byId.put(key, address);
            case "former" -> byFormerUri.put(key, address);
            case "previous" -> previous = address.ref();
            case "next" -> next = address.ref();
            default -> ownFormerUris.add(key);
        }
    }

    Link link(Reference reference) {
        return switch (reference.kind()) {
            case EXTERNAL -> new Link(reference.ref(), null, reference.rel(), Status.EXTERNAL, null);
            case HOME, SAME_PAGE -> new Link(reference.ref(), By.URI, reference.rel(), Status.OK, null);
            case INTERNAL -> internal(reference);
        };
    }

    private Link internal(Reference reference) {
        String key = reference.key();
        Address current = byUri.get(key);
        if (current != null) {
            return link(reference, By.URI, Status.OK, current);
        }
        Address identified = byId.get(key);
        if (identified != null) {
            return link(reference, By.ID, Status.OK, identified);
        }
        Address moved = byFormerUri.get(key);
        if (moved != null) {
            return link(reference, By.URI, Status.MOVED, moved);
        }
        return reference.isFile()
                ? new Link(reference.ref(), null, reference.rel(), Status.ASSET, null)
                : new Link(reference.ref(), reference.guess(), reference.rel(), Status.MISSING, null);
    }

    private static Link link(Reference reference, By by, Status status, Address address) {
        return address.withdrawn()
                ? new Link(reference.ref(), by, reference.rel(), Status.WITHDRAWN, null)
                : new Link(reference.ref(), by, reference.rel(), status, address.ref());
    }

    /** The public page at a uri or with an id. */
    @Nullable
    PageRef page(String key) {
        Address address = byUri.getOrDefault(key, byId.get(key));
        return (address == null || address.withdrawn()) ? null : address.ref();
    }

    @Nullable
    PageRef previous() {
        return previous;
    }

    @Nullable
    PageRef next() {
        return next;
    }

    List<String> ownFormerUris() {
        return List.copyOf(ownFormerUris);
    }
}
