package org.comity.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.CorrectionAction;
import org.comity.api.Event;
import org.comity.api.Kebab;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationScope;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.law.lifecycle.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Properties ENGLISH = texts("");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_zh", "_fr", "_ru", "_es"})
    void everyLanguageHasEveryText(String language) {
        Properties other = texts(language);

        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(ENGLISH.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ar", "_zh", "_fr", "_ru", "_es"})
    void noTextHasAnApostropheThatTheFormatWouldSwallow(String language) {
        Properties texts = texts(language);

        assertThat(texts.stringPropertyNames())
                .noneMatch(key -> texts.getProperty(key).contains("'"));
    }

    @Test
    void everyStatusCommandEventFlagAndConstantHasAText() {
        var keys = new TreeSet<String>();
        constants(keys, "status", MlaStatus.values());
        constants(keys, "status", PreservationStatus.values());
        constants(keys, "status", SpontaneousStatus.values());
        constants(keys, "outcome", LineItemOutcome.values());
        constants(keys, "scope", PreservationScope.values());
        constants(keys, "action", CorrectionAction.values());
        constants(keys, "kind", AuthorityKind.values());
        constants(keys, "mandate", Mandate.values());
        Arrays.stream(Flag.values()).forEach(flag -> keys.add("flag." + flag));
        commands().forEach(type -> keys.add("command." + Kebab.of(type)));
        events().forEach(type -> keys.add("event." + Kebab.of(type)));

        assertThat(keys).hasSizeGreaterThan(200);
        assertThat(ENGLISH.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void everyFieldOfEveryRecordHasAText() {
        var keys = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<Class<?>>();
        Stream.concat(commands(), events()).forEach(type -> fields(type, keys, seen));

        assertThat(keys).hasSizeGreaterThan(120);
        assertThat(ENGLISH.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void noTemplateHasATextOfItsOwn() throws IOException {
        var found = new ArrayList<String>();
        for (Path template : templates()) {
            String markup = Files.readString(template);
            String seen = markup.replaceAll("(?s)<!--.*?-->", " ")
                    .replaceAll("(?s)<[^>]*>", " ")
                    .replaceAll("&\\w+;", " ");
            Pattern.compile("\\p{L}+").matcher(seen).results().forEach(m -> found.add(template + ": " + m.group()));
            Pattern.compile("\\s(?:aria-label|title|alt|placeholder|content|label)=\"([^\"]*\\p{L}[^\"]*)\"")
                    .matcher(markup)
                    .results()
                    .filter(m -> !m.group(1).startsWith("width="))
                    .forEach(m -> found.add(template + ": " + m.group(1)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException {
        var missing = new TreeSet<String>();
        int named = 0;
        for (Path template : templates()) {
            List<MatchResult> keys = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]+)")
                    .matcher(Files.readString(template))
                    .results()
                    .toList();
            named += keys.size();
            keys.stream()
                    .map(m -> m.group(1))
                    .filter(key -> !ENGLISH.containsKey(key))
                    .forEach(missing::add);
        }

        assertThat(named).isGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            List<Path> templates =
                    all.filter(path -> path.toString().endsWith(".html")).toList();
            assertThat(templates).hasSizeGreaterThan(3);
            return templates;
        }
    }

    private static Stream<Class<?>> commands() {
        return Stream.of(
                        MlaRequestCommand.class,
                        PreservationCommand.class,
                        SpontaneousCommand.class,
                        AuthorityCommand.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .peek(type -> assertThat(Command.class).isAssignableFrom(type));
    }

    private static Stream<Class<?>> events() {
        return Stream.of(MlaRequestEvent.class, PreservationEvent.class, SpontaneousEvent.class, AuthorityEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .peek(type -> assertThat(Event.class).isAssignableFrom(type));
    }

    private static void fields(Class<?> type, Set<String> keys, Set<Class<?>> seen) {
        if (!type.isRecord() || !type.getPackageName().startsWith("org.comity.api") || !seen.add(type)) {
            return;
        }
        boolean isValue = type.getRecordComponents().length == 1
                && !Command.class.isAssignableFrom(type)
                && !Event.class.isAssignableFrom(type);
        if (isValue
                || type == Act.class
                || type == Office.class
                || type.getSimpleName().equals("Personal")) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add("field." + component.getName());
            within(component.getGenericType(), keys, seen);
        }
    }

    private static void within(Type type, Set<String> keys, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType several) {
            Arrays.stream(several.getActualTypeArguments()).forEach(one -> within(one, keys, seen));
        } else {
            fields((Class<?>) type, keys, seen);
        }
    }

    private static void constants(Set<String> keys, String vocabulary, Enum<?>[] constants) {
        Arrays.stream(constants).forEach(constant -> keys.add(vocabulary + "." + Kebab.of(constant)));
    }

    private static Set<String> arguments(String text) {
        var arguments = new TreeSet<String>();
        ARGUMENT.matcher(text).results().forEach(m -> arguments.add(m.group()));
        return arguments;
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/messages" + language + ".properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
