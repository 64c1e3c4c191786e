package org.comity.query.register;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words as they are searched for: in lower case, of letters and digits only, in any script. */
public record Words(Set<String> all) {
    public Words {
        all = new LinkedHashSet<>(all);
    }

    public static Words in(@Nullable Object... texts) {
        var words = new LinkedHashSet<String>();
        Stream.of(texts)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{M}\\p{N}]+")))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return new Words(words);
    }

    /** The same words, and each text in one piece too: whoever types a reference may leave out what divides it. */
    Words andJoined(@Nullable String... texts) {
        var words = new LinkedHashSet<>(all);
        for (String text : texts) {
            words.add(String.join("", in(text).all()));
        }
        words.remove("");
        return new Words(words);
    }

    /** These words and others. */
    public Words and(Words others) {
        var words = new LinkedHashSet<>(all);
        words.addAll(others.all());
        return new Words(words);
    }

    /** The words with a space before each and after the last, so that a search can ask for the beginning of a word. */
    String stored() {
        return all.isEmpty() ? " " : " " + String.join(" ", all) + " ";
    }

    /** One LIKE pattern for the beginning of each word; words hold no character that LIKE reads otherwise. */
    List<String> patterns() {
        return all.stream().map(word -> "% " + word + "%").toList();
    }
}
