package org.comity.command.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.AtLeastOne;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;

/** Holds what forms say of lists against what the rules say of them. */
public final class EmptyLists {
    /** Where one of two fields is enough, neither is marked. */
    private static final Set<String> EITHER = Set.of("missing of ReturnIncomplete", "providers of DiscloseTrafficPath");

    private EmptyLists() {}

    /** Each list or map of a command that passes is marked if, and only if, the command is refused without anything in it. */
    public static <C extends RequestCommand> void areRefusedWhereTheyAreMarked(
            C command, Told<?, C, ?, ?, ?> story, String login) {
        RecordComponent[] components = command.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Class<?> type = components[i].getType();
            String name = components[i].getName() + " of " + command.getClass().getSimpleName();
            if ((type == List.class || type == Map.class) && !EITHER.contains(name)) {
                C emptied = with(command, i, type == List.class ? List.of() : Map.of());
                assertThat(components[i].isAnnotationPresent(AtLeastOne.class))
                        .as(name + " is marked")
                        .isEqualTo(isRefused(story, login, emptied));
            }
        }
    }

    private static <C extends RequestCommand> boolean isRefused(Told<?, C, ?, ?, ?> story, String login, C command) {
        try {
            story.answer(login, command);
            return false;
        } catch (Refused refused) {
            return true;
        }
    }

    @SuppressWarnings("unchecked")
    private static <C> C with(C command, int which, Object value) {
        try {
            RecordComponent[] components = command.getClass().getRecordComponents();
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = i == which ? value : components[i].getAccessor().invoke(command);
            }
            return (C) command.getClass()
                    .getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
