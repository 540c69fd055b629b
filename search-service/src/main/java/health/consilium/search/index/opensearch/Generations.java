package health.consilium.search.index.opensearch;

import health.consilium.search.index.opensearch.Connection.Missing;
import java.util.Comparator;
import java.util.List;

/** Finds, makes and replaces the index behind the alias. */
final class Generations {

    private static final String PLUGIN = "opensearch-knn";

    private final Connection connection;
    private final OpenSearchSettings settings;
    private final String alias;

    Generations(Connection connection, OpenSearchSettings settings) {
        this.connection = connection;
        this.settings = settings;
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
            create(
                    Generation.first(alias),
                    List.of(alias, Generation.first(alias).feed()));
            return find();
        }
    }

    /** Puts an empty index in the place of this one, at once for all searches. */
    Generation replace(Generation old) {
        Generation empty = old.next();
        create(empty, List.of(empty.feed()));
        connection.ask(
                "replace the index",
                client -> client.indices()
                        .updateAliases(swap -> swap.actions(change ->
                                        change.add(it -> it.index(empty.index()).alias(alias)))
                                .actions(change -> change.removeIndex(it -> it.index(old.index())))));
        return empty;
    }

    /** Whether the index was made on a cluster that finds the nearest vectors. */
    boolean findsByMeaning(Generation generation) {
        return connection
                .read("look at the index", "/" + generation.index() + "/_mapping")
                .path(generation.index())
                .at("/mappings/_meta/" + IndexDefinition.BY_MEANING)
                .asBoolean(false);
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
    private void create(Generation generation, List<String> aliases) {
        int status = connection.send(
                "make the index",
                "PUT",
                "/" + generation.index(),
                IndexDefinition.of(settings, aliases, hasNearestNeighbours()));
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
