package health.consilium.qa.ingest;

import health.consilium.defaults.imports.RecordHandler.Rejected;
import health.consilium.qa.ingest.ParsedLine.Background;
import health.consilium.qa.ingest.ParsedLine.GivenAnswer;
import health.consilium.qa.ingest.QuestionLine.AnswerLine;
import health.consilium.qa.ingest.QuestionLine.MoreInfoLine;
import health.consilium.qa.ingest.QuestionLine.TopicLine;
import health.consilium.qa.question.Asker;
import health.consilium.qa.question.ImportStamp;
import health.consilium.qa.question.MoreInfo;
import health.consilium.qa.question.QuestionContent;
import health.consilium.qa.question.Source;
import health.consilium.qa.question.Subject;
import health.consilium.qa.question.Wording;
import health.consilium.qa.text.Slug;
import health.consilium.qa.topic.Topic;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines of an upload: strict about form, tolerant of what is unknown. */
@Component
class QuestionLines {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEXT = 100_000;

    private final JsonMapper json;

    QuestionLines(JsonMapper json) {
        this.json = json;
    }

    /** The line, clean; one that can't be taken is rejected with every reason. */
    ParsedLine parse(byte[] bytes) {
        QuestionLine line = read(bytes);
        Wording wording = new Wording();
        ParsedLine parsed = parsed(line, wording);
        if (!wording.invalid().isEmpty()) {
            throw new Rejected(String.join("; ", wording.invalid()));
        }
        return parsed;
    }

    private QuestionLine read(byte[] bytes) {
        try {
            return json.readValue(bytes, QuestionLine.class);
        } catch (JacksonException unreadable) {
            String path = unreadable.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "/" + step.getIndex() : "/" + step.getPropertyName())
                    .collect(Collectors.joining());
            throw new Rejected(path.isEmpty() ? "is not a JSON object" : path + " is unknown or has the wrong form");
        }
    }

    private ParsedLine parsed(QuestionLine line, Wording wording) {
        String externalId = wording.optionalLine("/id", line.id(), 200);
        String specialty = wording.specialty("/specialty", line.specialty());
        List<Topic> topics = topics(line.topics(), wording);
        QuestionContent content = new QuestionContent(
                wording.line("/title", line.title(), 1, LONGEST_TITLE),
                wording.text("/text", line.text(), 1, LONGEST_TEXT),
                asker(line.asker(), wording),
                Subject.UNKNOWN,
                null,
                null,
                specialty,
                topics.stream().map(Topic::name).toList(),
                line.askedOn(),
                source(line.source(), wording),
                externalId);
        return new ParsedLine(
                stamp(line, content),
                content,
                topics,
                answers(line.answers(), specialty, wording),
                background(line.moreInfo(), wording));
    }

    private static @Nullable Asker asker(@Nullable Asker asker, Wording wording) {
        return asker == null
                ? null
                : new Asker(wording.optionalLine("/asker/handle", asker.handle(), 40), asker.ageBand(), asker.sex());
    }

    private static List<Topic> topics(@Nullable List<@Nullable TopicLine> lines, Wording wording) {
        List<Topic> topics = new ArrayList<>();
        for (@Nullable TopicLine line : Objects.requireNonNullElse(lines, List.<@Nullable TopicLine>of())) {
            String name = wording.line("/topics/" + topics.size() + "/name", line == null ? null : line.name(), 1, 200);
            if (line == null || Slug.of(name) == null) {
                wording.reject("/topics/" + topics.size() + "/name", "must have a letter or digit");
                return List.of();
            }
            List<String> synonyms = Objects.requireNonNullElse(line.synonyms(), List.<String>of()).stream()
                    .map(synonym -> wording.optionalLine("/topics/" + topics.size() + "/synonyms", synonym, 300))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            topics.add(Topic.named(name, synonyms));
        }
        return topics;
    }

    private static List<GivenAnswer> answers(
            @Nullable List<@Nullable AnswerLine> lines, @Nullable String specialty, Wording wording) {
        List<GivenAnswer> answers = new ArrayList<>();
        for (@Nullable AnswerLine line : Objects.requireNonNullElse(lines, List.<@Nullable AnswerLine>of())) {
            String place = "/answers/" + answers.size();
            if (line == null) {
                wording.reject(place, "must be an answer");
                return List.of();
            }
            String own = wording.specialty(place + "/specialty", line.specialty());
            answers.add(new GivenAnswer(
                    wording.line(
                            place + "/doctor/name",
                            line.doctor() == null ? null : line.doctor().name(),
                            1,
                            200),
                    own == null ? specialty : own,
                    wording.text(place + "/text", line.text(), 1, LONGEST_TEXT),
                    line.repliedOn()));
        }
        return answers;
    }

    private static @Nullable Background background(@Nullable MoreInfoLine line, Wording wording) {
        if (line == null) {
            return null;
        }
        if (line.origin() == null) {
            wording.reject("/moreInfo/origin", "must be human or machine");
        }
        return new Background(
                wording.text("/moreInfo/text", line.text(), 1, LONGEST_TEXT),
                Objects.requireNonNullElse(line.origin(), MoreInfo.Origin.MACHINE),
                wording.optionalLine("/moreInfo/model", line.model(), 100),
                line.reviewedBy() == null
                        ? null
                        : wording.line(
                                "/moreInfo/reviewedBy/name", line.reviewedBy().name(), 1, 200));
    }

    private static @Nullable Source source(@Nullable Source source, Wording wording) {
        if (source == null) {
            return null;
        }
        String url = wording.optionalLine("/source/url", source.url(), 2000);
        if (url != null && !isWebAddress(url)) {
            wording.reject("/source/url", "must be an http or https address");
        }
        return new Source(
                wording.line("/source/name", source.name(), 1, 200),
                url,
                wording.optionalLine("/source/licence", source.licence(), 200));
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** A line without an id is recognised by what it says. */
    private ImportStamp stamp(QuestionLine line, QuestionContent content) {
        byte[] hash = sha256(json.writeValueAsBytes(line));
        String id = content.externalId() == null ? "sha256:" + HexFormat.of().formatHex(hash) : content.externalId();
        String source = content.source() == null ? "" : content.source().name();
        return new ImportStamp(new ImportStamp.Key(source, id), hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
