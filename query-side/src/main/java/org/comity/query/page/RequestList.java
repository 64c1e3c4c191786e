package org.comity.query.page;

import java.util.Arrays;
import java.util.List;
import org.comity.api.Kebab;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of requests of a kind, and how it was narrowed.
 *
 * @param next address of the following page; none if this is the last
 * @param first address of the first page
 * @param later true if this is not the first page
 */
public record RequestList(
        String kind,
        String page,
        List<Row> rows,
        List<String> statuses,
        @Nullable String text,
        @Nullable String status,
        @Nullable String state,
        @Nullable String role,
        @Nullable String waitingOn,
        @Nullable String dueBefore,
        boolean mine,
        boolean narrowed,
        @Nullable String next,
        String first,
        boolean later) {
    public RequestList {
        rows = List.copyOf(rows);
        statuses = List.copyOf(statuses);
    }

    /**
     * One page of a list.
     *
     * @param cursor of the following page
     */
    public static <S extends Enum<S>> RequestList of(
            String kind, String page, List<Row> rows, @Nullable String cursor, Class<S> statuses, Narrowing narrowing) {
        return new RequestList(
                kind,
                page,
                rows,
                Arrays.stream(statuses.getEnumConstants())
                        .map(Kebab::of)
                        .filter(name -> !name.equals("none"))
                        .toList(),
                narrowing.get("text"),
                narrowing.get("status"),
                narrowing.get("state"),
                narrowing.get("role"),
                narrowing.get("waiting-on"),
                narrowing.get("due-before"),
                narrowing.get("mine") != null,
                narrowing.isNarrowed(),
                cursor == null ? null : narrowing.address(page, cursor),
                narrowing.address(page, null),
                narrowing.get("cursor") != null);
    }
}
