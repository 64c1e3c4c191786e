package org.comity.command.mail;

import java.util.List;
import org.comity.api.reminder.ReminderEvent.Reminded;

/** Knows the addresses of people and offices; the log knows none. */
@FunctionalInterface
public interface Mailboxes {
    /** Where a reminder goes; of what is sealed to its readers alone. Empty if nobody has an address. */
    List<String> of(Reminded reminder);
}
