package org.comity.api.view;

import java.util.List;

/**
 * That the event at a position stands in the tree of a size; all hashes in base64.
 *
 * @param path the roots of the subtrees beside the way from the leaf to the root, the leaf's neighbor first
 */
public record InclusionProofView(long position, long size, String leaf, String root, List<String> path) {}
