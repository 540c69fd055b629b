package health.consilium.search.vocabulary.synonyms;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.defaults.problem.ProblemException;
import health.consilium.defaults.problem.ProblemTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Reads and writes synonyms as text in one form. */
final class SynonymConverter extends AbstractHttpMessageConverter<Object> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SynonymForm form;

    SynonymConverter(MediaType type, SynonymForm form) {
        super(UTF_8, type);
        this.form = form;
    }

    /** Never asked: canRead and canWrite, which would ask, are answered here. */
    @Override
    protected boolean supports(Class<?> type) {
        throw new UnsupportedOperationException("It reads one type and writes another");
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == Reading.class && canRead(mediaType);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == SynonymsView.class && canWrite(mediaType);
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        String text = decoded(
                message.getBody().readAllBytes(), charset(message.getHeaders().getContentType()));
        return form.read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    @Override
    protected void writeInternal(Object synonyms, HttpOutputMessage message) throws IOException {
        message.getBody().write(form.write(((SynonymsView) synonyms).rules()).getBytes(UTF_8));
    }

    private static Charset charset(@Nullable MediaType type) {
        return type == null ? UTF_8 : Objects.requireNonNullElse(type.getCharset(), UTF_8);
    }

    private static String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw new ProblemException(
                    ProblemTypes.INVALID_REQUEST, "The body is not text in %s.".formatted(charset.name()));
        }
    }
}
