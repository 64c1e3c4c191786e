package org.comity.standalone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words that a person typed after the command, told apart. */
final class Arguments {
    private static final Set<String> FLAGS = Set.of("no-scenarios", "help");

    private final Map<String, String> options = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> words = new ArrayList<>();

    /**
     * Tells options ({@code --name value} or {@code --name=value}), flags and words apart.
     *
     * @param known names of the options that the command has
     * @throws IllegalArgumentException that names what the command does not have
     */
    static Arguments parse(List<String> typed, Set<String> known) {
        var arguments = new Arguments();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (!word.startsWith("--")) {
                arguments.words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no option --" + name);
            }
            if (FLAGS.contains(name)) {
                arguments.flags.add(name);
            } else if (equals >= 0) {
                arguments.options.put(name, word.substring(equals + 1));
            } else if (i + 1 < typed.size()) {
                arguments.options.put(name, typed.get(++i));
            } else {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
        }
        return arguments;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean flag(String name) {
        return flags.contains(name);
    }

    List<String> words() {
        return List.copyOf(words);
    }
}
