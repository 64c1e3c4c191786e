package org.comity.query.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.view.RequestFilter;
import org.comity.query.register.Filters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a reader narrowed a list; the parameters are those of its JSON, but that a blank one narrows nothing and a moment is
 * asked for as a day.
 */
public final class Narrowing {
    private static final List<String> KNOWN =
            List.of("text", "status", "state", "role", "waiting-on", "due-before", "mine", "cursor");

    private final Map<String, String> said;

    public Narrowing(Map<String, String> parameters) {
        said = new LinkedHashMap<>();
        for (String name : KNOWN) {
            String value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                said.put(name, value);
            }
        }
    }

    public <S extends Enum<S>> RequestFilter<S> filter(Class<S> statuses) {
        String status = get("status");
        String day = get("due-before");
        return Filters.of(
                statuses,
                status == null ? null : List.of(status),
                get("state"),
                get("role"),
                get("waiting-on"),
                day == null || day.contains("T") ? day : day + "T00:00Z",
                get("text"),
                get("mine"),
                null,
                get("cursor"));
    }

    @Nullable
    String get(String name) {
        return said.get(name);
    }

    /** True if it is more than a place in the list. */
    boolean isNarrowed() {
        return said.keySet().stream().anyMatch(name -> !name.equals("cursor"));
    }

    /** The address of the same list from another place on. */
    String address(String page, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath(page);
        said.forEach((name, value) -> {
            if (!name.equals("cursor")) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        if (cursor != null) {
            address.queryParam("cursor", "{next}");
        }
        var values = new LinkedHashMap<String, Object>(said);
        values.put("next", cursor == null ? "" : cursor);
        return address.encode().buildAndExpand(values).toUriString();
    }
}
