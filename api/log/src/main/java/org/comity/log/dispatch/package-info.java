/**
 * The way of a command to its decision and into the log, and back with what came of it.
 *
 * <p>How to use it: make one {@link org.comity.log.dispatch.CommandDispatch} per node, let it {@code serve} each aggregate, and
 * send every command through it, those of policies and timers as well:
 *
 * <pre>{@code
 * var dispatch = new CommandDispatch(axonLog, 10_000);
 * dispatch.serve(MlaRequestAggregate.class);
 * Outcome outcome = dispatch.send("mla-request", command, metadata, expectedVersionOrNull);
 * }</pre>
 *
 * <p>The aggregate has one {@code @CommandHandler(commandName = "mla-request")} with {@code @CreationPolicy(CREATE_IF_MISSING)}
 * and applies its events with the metadata of the command. {@code send} returns when the log has taken the events, or throws
 * what the rules threw ({@link org.comity.api.Refused}), {@link org.comity.log.dispatch.StaleVersion}, {@link
 * org.comity.log.store.CommandKeyTaken} (answer with {@code EventLog.eventsOfCommand}) or {@link
 * org.comity.log.store.LogUnavailable}.
 *
 * <p>Why: a cached aggregate is a guess that only an append proves, because another node may have appended. What would be
 * answered from a guess without an append (a refusal, no event, a version mismatch) is decided again on a freshly read stream
 * if the guess was not the last in the log, which costs one look-up in an index. A command that lost a race is decided again
 * on what it lost to, so that the loser of an unconditional race hears the reason of the rules and not an accident of timing.
 * The price: commands must come through here, and a stateless shell must not mutate itself except by its events.
 */
@NullMarked
package org.comity.log.dispatch;

import org.jspecify.annotations.NullMarked;
