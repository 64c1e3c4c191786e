package org.comity.query.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.comity.query.register.Kind;
import org.comity.query.web.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a page of a request be addressed by any of its references: what is no identity is looked for. */
@Component
final class AddressedByReference implements HandlerInterceptor, WebMvcConfigurer {
    private static final Set<String> PAGES = Set.of("new", "incoming", "letter");

    private final List<Kind<?, ?, ?, ?>> kinds;

    AddressedByReference(List<Kind<?, ?, ?, ?>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(kinds.stream().map(kind -> kind.path() + "/**").toList());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse answer, Object handler)
            throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] parts = path.split("/", 4);
        if (!request.getMethod().equals("GET")
                || parts.length < 3
                || parts[2].isEmpty()
                || PAGES.contains(parts[2])
                || Parameters.id(parts[2]).isPresent()) {
            return true;
        }
        answer.sendRedirect(request.getContextPath() + SearchPages.ADDRESS + path.substring(parts[1].length() + 2));
        return false;
    }
}
