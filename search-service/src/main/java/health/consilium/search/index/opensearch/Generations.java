package health.consilium.search.index.opensearch;

import health.consilium.search.index.IndexOrigin;
import health.consilium.search.index.IndexRecipe;
import health.consilium.search.index.opensearch.Connection.Missing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.opensearch.client.opensearch.indices.update_aliases.Action;
import org.opensearch.client.util.ObjectBuilder;
import tools.jackson.databind.JsonNode;

/** Finds, makes and replaces the index behind the alias. */
final class Generations {

    private static final String PLUGIN = "opensearch-knn";

    private final Connection connection;
    private final OpenSearchSettings settings;
    private final IndexRecipe recipe;
    private final InstantSource clock;
    private final String alias;

    Generations(Connection connection, OpenSearchSettings settings, IndexRecipe recipe, InstantSource clock) {
        this.connection = connection;
        this.settings = settings;
        this.recipe = recipe;
        this.clock = clock;
        this.alias = settings.index() + "-v" + IndexDefinition.FORMAT;
    }

    /** The name by which searches find the current index. */
    String alias() {
        return alias;
    }

    /** The current index, made if there is none. */
    Generation current() {
        try {
            return find();
        } catch (Missing none) {
            Generation first = Generation.first(alias);
            create(first, List.of(alias, first.feed()), clock.instant());
            return find();
        }
    }

    /** Puts an empty index in the place of this one, at once for all searches. */
    Generation replace(Generation old) {
        Generation empty = old.next();
        existing().stream()
                .filter(other -> !other.equals(old) && !other.equals(empty))
                .forEach(this::delete);
        create(empty, List.of(empty.feed()), clock.instant());
        connection.ask(
                "replace the index",
                client -> client.indices()
                        .updateAliases(swap -> swap.actions(change ->
                                        change.add(it -> it.index(empty.index()).alias(alias)))
                                .actions(change -> change.removeIndex(it -> it.index(old.index())))));
        return empty;
    }

    /** An empty index beside the current one; what others began and did not end is undone. */
    Generation begin(Instant since) {
        Generation live = current();
        Generation next = afterAll();
        existing().stream().filter(other -> !other.equals(live)).forEach(this::delete);
        open(live);
        Instant now = clock.instant();
        create(next, List.of(next.feed()), now.isBefore(since) ? since : now);
        return next;
    }

    /** Lets the index be written to. */
    void open(Generation generation) {
        alias(
                "open the index",
                change -> change.add(it -> it.index(generation.index()).alias(generation.feed())));
    }

    /** Lets nobody write to the index. */
    void shut(Generation generation) {
        alias(
                "shut the index",
                change -> change.remove(it -> it.index(generation.index()).alias(generation.feed())));
    }

    /** Has searches find the one in the place of the other, at once. */
    void exchange(Generation old, Generation next) {
        connection.ask(
                "exchange the index",
                client -> client.indices()
                        .updateAliases(swap -> swap.actions(change ->
                                        change.add(it -> it.index(next.index()).alias(alias)))
                                .actions(change -> change.remove(
                                        it -> it.index(old.index()).alias(alias)))));
    }

    void delete(Generation generation) {
        connection.ask(
                "delete an index",
                client -> client.indices()
                        .delete(it -> it.index(generation.index()).ignoreUnavailable(true)));
    }

    /** When an index was begun, and by what it is made. */
    IndexOrigin origin(Generation generation) {
        return IndexDefinition.origin(meta(generation), recipe);
    }

    /** Whether the index was made on a cluster that finds the nearest vectors. */
    boolean findsByMeaning(Generation generation) {
        return meta(generation).path(IndexDefinition.BY_MEANING).asBoolean(false);
    }

    private JsonNode meta(Generation generation) {
        return connection
                .read("look at the index", "/" + generation.index() + "/_mapping")
                .path(generation.index())
                .at("/mappings/_meta");
    }

    private void alias(String action, Function<Action.Builder, ObjectBuilder<Action>> change) {
        connection.ask(action, client -> client.indices().updateAliases(it -> it.actions(change)));
    }

    /**
     * Numbers are never used again, so that whoever still writes to an index writes to no other; the one after the
     * current is left to {@link #replace}.
     */
    private Generation afterAll() {
        int last = existing().stream().mapToInt(Generation::number).max().orElse(0);
        return new Generation(alias, last + 2);
    }

    private List<Generation> existing() {
        return connection
                .read("list its indices", "/_cat/indices/" + alias + "-*?format=json&h=index&expand_wildcards=all")
                .valueStream()
                .map(index -> index.path("index").asString())
                .filter(index -> index.matches(Pattern.quote(alias) + "-\\d+"))
                .map(index -> Generation.of(alias, index))
                .toList();
    }

    private boolean hasNearestNeighbours() {
        return connection
                .read("tell its plugins", "/_cat/plugins?format=json&h=component")
                .valueStream()
                .anyMatch(plugin -> PLUGIN.equals(plugin.path("component").asString()));
    }

    private Generation find() {
        return connection.ask(
                "find the index",
                client -> client.indices().getAlias(it -> it.name(alias)).result().keySet().stream()
                        .map(index -> Generation.of(alias, index))
                        .max(Comparator.comparingInt(Generation::number))
                        .orElseThrow());
    }

    /** Whoever comes second to make the same index finds it made. */
    private void create(Generation generation, List<String> aliases, Instant begun) {
        int status = connection.send(
                "make the index",
                "PUT",
                "/" + generation.index(),
                IndexDefinition.of(settings, aliases, hasNearestNeighbours(), new IndexOrigin(begun, recipe)));
        boolean made = status < 300
                || connection.ask(
                        "look for the index",
                        client -> client.indices()
                                .exists(it -> it.index(generation.index()))
                                .value());
        if (!made) {
            throw Connection.refusal("make the index", status, null);
        }
    }
}
