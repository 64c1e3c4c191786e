/**
 * Requests for the expedited preservation of data: one State asks another that data not be deleted.
 *
 * <p>Glossary: a provider <b>preserves</b> data that exist when the order is served. It <b>expires</b> at the end of its term
 * (the treaty duty lapses; whether the data are deleted is another fact), is <b>held</b> while a follow-up MLA request is
 * undecided, and is <b>released</b> when the requested side ends it on purpose. Preservation is not legal hold (own records)
 * and not retention (how long records are kept).
 *
 * <p>Why: names and statuses are those of the life-cycle table {@code transitions-preservation.csv}.
 */
@NullMarked
package org.comity.api.preservation;

import org.jspecify.annotations.NullMarked;
