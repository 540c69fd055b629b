package health.consilium.search.vocabulary.synonyms;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.TEXT_PLAIN_VALUE;

import health.consilium.defaults.web.EntityTags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(SynonymController.PATH)
@Tag(name = "Search")
class SynonymController {

    static final String PATH = "/api/v1/search/synonyms";
    static final String CSV = "text/csv";

    private static final String SOLR_EXAMPLE = """
            # comments are allowed
            heart attack, myocardial infarction, MI
            PE => pulmonary embolism
            """;
    private static final String CSV_EXAMPLE = """
            term,synonym,direction
            heart attack,myocardial infarction,both
            PE,pulmonary embolism,one-way
            """;

    private final SynonymSets sets;
    private final SynonymChanges changes;

    SynonymController(SynonymSets sets, SynonymChanges changes) {
        this.sets = sets;
        this.changes = changes;
    }

    @GetMapping(produces = {TEXT_PLAIN_VALUE, CSV, APPLICATION_JSON_VALUE})
    @Operation(
            operationId = "synonyms",
            summary = "Read the synonyms in force, as Solr's text, CSV or JSON",
            description = "In JSON, a rule whose as is empty says that its terms stand for one another; otherwise"
                    + " whoever types one of the terms finds what is in as, and not the other way round.")
    @ApiResponse(
            responseCode = "200",
            description = "The synonyms",
            content = {
                @Content(mediaType = TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(implementation = SynonymsView.class))
            })
    ResponseEntity<SynonymsView> read(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch) {
        SynonymSet set = sets.set();
        String tag = EntityTags.of(set.version());
        return EntityTags.matches(ifNoneMatch, set.version())
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .varyBy(HttpHeaders.ACCEPT)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .body(SynonymsView.of(set));
    }

    @PutMapping(
            consumes = {TEXT_PLAIN_VALUE, CSV},
            produces = APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "replaceSynonyms",
            summary = "Replace all synonyms, on all replicas, at once",
            description = "Nothing is changed unless every line is good. If-Match is needed once operators have"
                    + " changed the set that comes with the service. CSV has a line for each pair of terms.")
    ResponseEntity<SynonymsChanged> replace(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = TEXT_PLAIN_VALUE,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(SOLR_EXAMPLE)),
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(CSV_EXAMPLE))
                            })
                    @RequestBody
                    Reading synonyms) {
        Reading good = synonyms.orProblem();
        SynonymSet set = changes.replace(ifMatch, good.rules());
        return ResponseEntity.ok().eTag(EntityTags.of(set.version())).body(SynonymsChanged.of(set, good));
    }

    @DeleteMapping
    @Operation(operationId = "resetSynonyms", summary = "Go back to the synonyms that come with the service")
    @ApiResponse(responseCode = "204", description = "They are in force")
    ResponseEntity<Void> reset(@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SynonymSet set = changes.reset(ifMatch);
        return ResponseEntity.noContent().eTag(EntityTags.of(set.version())).build();
    }
}
