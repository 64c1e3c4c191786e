/**
 * Requests for mutual legal assistance: one State asks another to gather evidence for it.
 *
 * <p>Glossary: the <b>requesting</b> State asks, the <b>requested</b> State gathers. A request has <b>line items</b>, each a
 * measure asked for with an outcome of its own. <b>Received</b> means legally received, not typed in. A <b>transfer</b> is one
 * hand-over of material, described by its <b>manifest</b>. <b>Emergency</b> (risk to life or safety) is narrower than
 * <b>urgent</b>. <b>Sealed</b> is access (its existence is hidden); the tamper mark on a container is a <b>tamper seal</b>.
 *
 * <p>Why: the names of commands, events and statuses are those of the life-cycle table {@code transitions-mla.csv}, which is
 * the law of this package; a record says what the table's column "record" asks. Commands are flat, as they come over HTTP;
 * what a request says is held by events as one value, {@link org.comity.api.mla.MlaContents}.
 */
@NullMarked
package org.comity.api.mla;

import org.jspecify.annotations.NullMarked;
