package health.consilium.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Takes the parameters from the request by hand: a data binder looks at the record anew for every search. */
final class SearchParametersArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SearchParameters.class;
    }

    @Override
    public SearchParameters resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new SearchParameters(
                request.getParameter("q"),
                list("type", request),
                list("specialty", request),
                list("classification", request),
                list("language", request),
                list("year", request),
                request.getParameter("sort"),
                request.getParameter("mode"),
                list("facets", request),
                request.getParameter("cursor"),
                request.getParameter("after"));
    }

    private static @Nullable List<String> list(String name, NativeWebRequest request) {
        String[] values = request.getParameterValues(name);
        return values == null ? null : List.of(values);
    }
}
