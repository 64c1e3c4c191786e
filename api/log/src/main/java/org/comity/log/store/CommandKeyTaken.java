package org.comity.log.store;

/** The log already holds the events of a command with this key: whoever repeats it gets the first answer again. */
public final class CommandKeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String commandKey;

    /**
     * Says which command is a repeat.
     *
     * @param commandKey 64 hexadecimal digits, by which {@link EventLog#eventsOfCommand} finds the first effect
     */
    public CommandKeyTaken(String commandKey) {
        super("the log already holds a command with this key", null, false, false);
        this.commandKey = commandKey;
    }

    public String commandKey() {
        return commandKey;
    }
}
