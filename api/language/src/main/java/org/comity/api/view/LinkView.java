package org.comity.api.view;

import java.util.UUID;
import org.comity.api.Code;

/**
 * Another request that this one is tied to and that the reader may know of.
 *
 * @param relation preservation, request, held-for, originated-from or renews
 */
public record LinkView(Code relation, UUID id, String reference, String status) {}
