package org.comity.law.lifecycle;

import org.comity.api.RestrictionGround;

/**
 * That what is known of a person is kept and withheld. Source: LED art. 16(3).
 *
 * @param thenErase true if it is erased as soon as no hold protects it
 * @param answered true once the person was answered since
 */
public record Restriction(RestrictionGround ground, boolean thenErase, boolean answered) {}
