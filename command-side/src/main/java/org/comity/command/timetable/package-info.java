/**
 * The timetable: what falls due by itself, at which moment, and the worker that lets it happen.
 *
 * <p>Why: what falls due is derived from events and may be thrown away and filled again; nobody has to remember to set or to
 * cancel an alarm. Before anything happens by itself, the policies and the timetable must have handled all that was recorded
 * before, for a receipt in the log beats an expiry that is due. The price: a policy that is stuck holds up every expiry; data
 * kept too long can still be released, data expired too early are lost. db-scheduler only wakes the worker, once in a
 * cluster, by the machine's clock; what is due is judged by the world's.
 *
 * <p>Reminders fall due like expiries and by the same mechanism, {@link org.comity.command.timetable.Clockwork}, rather than as
 * tasks of db-scheduler: they follow from events too, must be taken back when an event makes delay lawful, go by the world's
 * clock, and one order of moments tells whoever reads the log that the warning came before the end. The price: each is one
 * more stop of a clock that walks.
 */
@NullMarked
package org.comity.command.timetable;

import org.jspecify.annotations.NullMarked;
