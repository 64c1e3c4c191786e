package org.comity.api.view;

import java.util.UUID;
import org.comity.api.Code;

/**
 * Another request that this one is tied to and that the reader may know of.
 *
 * @param relation preservation, request, held-for, originated-from, renews or information
 * @param family path of its kind, such as {@code mla-requests}
 */
public record LinkView(Code relation, Code family, UUID id, String reference, String status) {}
