package health.consilium.gateway.docs;

import health.consilium.gateway.docs.ProblemPagesController.Index;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes problem pages as HTML where the caller takes it. */
@Component
class PageConverter extends AbstractHttpMessageConverter<Object> {

    private static final Set<Class<?>> PAGES = Set.of(ProblemPage.class, Index.class);

    PageConverter() {
        super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return PAGES.contains(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Pages are only written", message);
    }

    @Override
    protected void writeInternal(Object page, HttpOutputMessage message) throws IOException {
        String html = page instanceof Index index ? PageHtml.of(index) : PageHtml.of((ProblemPage) page);
        message.getBody().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
