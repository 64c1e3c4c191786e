/**
 * The lives of requests: the tables that say who may do what in which status, and the pure folds over their histories.
 *
 * <p>Glossary: a <b>row</b> of a table says that one command, sent by certain roles in certain statuses, gives one event and
 * the status after it. A <b>life</b> is what the facts of one stream add up to. A <b>verdict</b> is the row that allows a
 * command, or the refusal. <b>Flags</b> lie over the status. The <b>effective history</b> is the stream in which each
 * corrected event has its new value or is left out.
 *
 * <p>Why: rules, registers, replays and the list of what a person may do next must never disagree on a status. So the table
 * is executed and not restated, the fold exists once, and both know nothing of stores, clocks or frameworks. The price is
 * that a life carries its facts, because a correction folds them anew. What does not depend on the kind of request, from who may
 * know of it to what two persons have begun, is one fold ({@code Handling}) and one interface ({@code Life}); a kind adds its
 * table, its course and its flags, so that no two kinds can differ in what protects a record.
 */
@NullMarked
package org.comity.law.lifecycle;

import org.jspecify.annotations.NullMarked;
