package org.comity.query.form;

/**
 * One thing that can be chosen in a form.
 *
 * @param value what is sent
 * @param label what a person reads
 * @param foreign true if the label is a text of the law that is kept in English in every language
 */
public record Choice(String value, String label, boolean foreign) {
    public Choice(String value, String label) {
        this(value, label, false);
    }
}
