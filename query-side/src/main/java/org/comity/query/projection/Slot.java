package org.comity.query.projection;

/** Which of the two tables of a projection: one is read, the other is where a rebuild writes beside it. */
public record Slot(int number) {
    public Slot {
        if (number != 0 && number != 1) {
            throw new IllegalArgumentException("a projection has two slots, 0 and 1");
        }
    }

    /** The table of this slot, such as {@code query.mla_register_1}. */
    public String table(String name) {
        return "query." + name + "_" + number;
    }

    Slot other() {
        return new Slot(1 - number);
    }
}
