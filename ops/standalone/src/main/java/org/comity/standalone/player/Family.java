package org.comity.standalone.player;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.api.Command;
import org.comity.api.Kebab;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.law.grounds.Grounds;

/** A family of requests: its letter in a file, its path at the door, the records of its commands. */
enum Family {
    MLA("M-", "/api/mla-requests", MlaRequestCommand.class, Grounds.Kind.MLA),
    PRESERVATION("P-", "/api/preservation-requests", PreservationCommand.class, Grounds.Kind.PRESERVATION),
    /** No ground is ever given for it; those of assistance stand for none. */
    SPONTANEOUS("S-", "/api/spontaneous-information", SpontaneousCommand.class, Grounds.Kind.MLA);

    private final String letter;
    private final String path;
    private final Class<? extends Command> language;
    private final Grounds.Kind kind;

    Family(String letter, String path, Class<? extends Command> language, Grounds.Kind kind) {
        this.letter = letter;
        this.path = path;
        this.language = language;
        this.kind = kind;
    }

    static Family of(String aggregate) {
        return Arrays.stream(values())
                .filter(family -> aggregate.startsWith(family.letter))
                .findFirst()
                .orElseThrow(
                        () -> new CannotPlay(
                                "the name " + aggregate
                                        + " begins with none of M- (MLA request), P- (preservation request) and S- (spontaneous information)"));
    }

    String path() {
        return path;
    }

    Grounds.Kind kind() {
        return kind;
    }

    Class<? extends Record> command(String name) {
        Class<? extends Record> type = commands().get(name);
        if (type == null) {
            throw new CannotPlay("there is no command " + name + " for " + letter + " requests");
        }
        return type;
    }

    /** The records of the commands under their names in a file. */
    Map<String, Class<? extends Record>> commands() {
        return Arrays.stream(language.getPermittedSubclasses())
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .collect(Collectors.toUnmodifiableMap(Kebab::of, Function.identity()));
    }
}
