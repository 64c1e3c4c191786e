package org.comity.api.view;

import org.comity.api.Code;
import org.comity.api.GroundCode;

/**
 * A ground that may be given.
 *
 * @param use refusal, postponement, condition, withholding, impossibility
 * @param citation instrument and article
 * @param consultation not-owed, where-appropriate, owed
 */
public record GroundView(
        GroundCode code,
        Code use,
        String label,
        String citation,
        Code consultation,
        boolean reasonsOwed,
        SourceView source) {}
