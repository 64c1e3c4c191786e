package org.comity.standalone.player;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is behind the names of a file: logins by asking the node, requests by remembering what their first step made. */
final class Cast {
    private static final Pattern LOGIN = Pattern.compile("[a-z]+(-[a-z]+)*(-2)?\\.[a-z]{2}");

    private final Function<String, JsonNode> whoIs;
    private final Map<String, JsonNode> people = new HashMap<>();
    private final Map<String, Story> stories = new LinkedHashMap<>();

    /**
     * A cast.
     *
     * @param whoIs tells what {@code /api/me} says to a login
     */
    Cast(Function<String, JsonNode> whoIs) {
        this.whoIs = whoIs;
    }

    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /** Id of the authority in which somebody works. */
    String authority(String login) {
        JsonNode id = me(login).path("authority").path("id");
        if (!id.isString()) {
            throw new CannotPlay("the login " + login + " acts for no authority");
        }
        return id.asString();
    }

    String person(String login) {
        return me(login).path("person").asString();
    }

    /** State of the authority in which somebody works. */
    String state(String login) {
        return me(login).path("authority").path("state").asString();
    }

    private JsonNode me(String login) {
        return people.computeIfAbsent(login, whoIs);
    }

    Story story(String name) {
        return stories.computeIfAbsent(name, Story::new);
    }

    /** Id of the request with this name. */
    String request(String name) {
        return Optional.ofNullable(stories.get(name))
                .flatMap(Story::id)
                .orElseThrow(() -> new CannotPlay("no earlier step of the file made a request " + name));
    }

    Map<String, Story> stories() {
        return stories;
    }

    /** The id of the request for assistance that the file brought into being last; none if there is none. */
    @Nullable
    String lastAssistance() {
        return stories.values().stream()
                .filter(story -> Family.of(story.name()) == Family.MLA)
                .flatMap(story -> story.id().stream())
                .reduce((one, next) -> next)
                .orElse(null);
    }
}
