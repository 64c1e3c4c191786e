package org.comity.query.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.api.Code;
import org.comity.law.directory.Measures;

/**
 * The usual words of the open vocabularies, as forms offer them. The door takes others too: another program may have more.
 */
final class Vocabulary {
    static final Map<String, List<String>> WORDS = Map.of(
            "category", List.of("subscriber", "user-identification", "traffic", "content", "other"),
            "channel",
                    List.of(
                            "secure-electronic",
                            "contact-point-24-7",
                            "e-mail",
                            "courier",
                            "post",
                            "diplomatic",
                            "interpol",
                            "telephone"),
            "close",
                    List.of(
                            "fully-executed",
                            "partly-executed",
                            "refused",
                            "withdrawn",
                            "withdrawn-after-execution-began",
                            "lapsed"),
            "follow-up", List.of("disclosed", "refused"),
            "how", List.of("letter", "e-mail", "telephone", "note-verbale", "published-list", "meeting"),
            "measure", Measures.ALL.stream().map(Code::value).toList(),
            "proof", List.of("letter", "e-mail", "note-verbale", "record-of-call", "receipt"),
            "person-role", List.of("suspect", "accused", "convicted", "victim", "witness", "contact", "other"));

    private Vocabulary() {}

    /** Which vocabulary a field of free codes draws on. */
    static Optional<String> of(String command, String field) {
        return Optional.ofNullable(
                switch (field) {
                    case "items", "categories" -> "category";
                    case "channel" -> "channel";
                    case "how" -> "how";
                    case "kind" -> "proof";
                    case "measures" -> "measure";
                    case "role" -> "person-role";
                    case "outcome" -> command.equals("decide-follow-up") ? "follow-up" : "close";
                    default -> null;
                });
    }
}
