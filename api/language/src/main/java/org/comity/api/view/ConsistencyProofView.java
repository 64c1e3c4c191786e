package org.comity.api.view;

import java.util.List;

/**
 * That the tree of one size grew into that of another; all hashes in base64.
 *
 * @param earlier root of the first tree
 * @param later root of the second
 */
public record ConsistencyProofView(long from, long to, String earlier, String later, List<String> path) {}
