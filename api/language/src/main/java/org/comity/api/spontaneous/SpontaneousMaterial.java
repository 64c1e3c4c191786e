package org.comity.api.spontaneous;

import java.util.List;
import org.comity.api.Document;
import org.comity.api.Form;
import org.comity.api.Identifier;
import org.comity.api.Label;
import org.comity.api.Person;
import org.comity.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What was sent: where the content is and how it is known again, never the content itself.
 *
 * @param reference under which the sender keeps the content
 * @param documents that hold it, each with its digest
 * @param persons whom it concerns
 * @param restrictions on its use
 */
public record SpontaneousMaterial(
        @Nullable Label reference,
        List<Document> documents,
        List<Person> persons,
        List<Identifier> identifiers,
        @Form(Form.Kind.TEXT) List<Personal> restrictions) {
    public SpontaneousMaterial {
        documents = List.copyOf(documents);
        persons = List.copyOf(persons);
        identifiers = List.copyOf(identifiers);
        restrictions = List.copyOf(restrictions);
    }
}
