/**
 * Audit bundles: the history of one request as it is stored, with what proves it, in one file that needs neither our server nor
 * our word.
 *
 * <p>Why:
 *
 * <ul>
 *   <li>The page in a bundle is read by courts years later, without a network: it holds everything it needs, its scripts are
 *       allowed by their hashes and by nothing else, and the browser itself computes every hash and signature. The raw files
 *       beside it are for other tools. The price is that everything is in the file twice.
 *   <li>What is proven are events, their order and signatures. States, words and opened values are what the server says; the page
 *       shows them apart and says so. Values that the drawer of a bundle may not see stay sealed in it and are proven all the
 *       same, for hashes are made over the sealed form.
 *   <li>A proof tells the position of an event and the size of the tree, that is, how many events of all requests there are. So
 *       bundles are drawn by auditors, and by the supervisors and data-protection officers of the two States, who answer for
 *       the file and learn no more by it than that number; courts and partners get the bundle from them. Officers do not draw
 *       them, and of a sealed request only its named readers among those few do.
 *   <li>What one side does for itself is not for the other. In a bundle for the other side such an event is there as its bare
 *       hash: it is proven that something stands there, and nothing is told of it.
 *   <li>A bundle holds no consistency proof, for there is nothing in it that was known before. Whoever holds an earlier checkpoint
 *       of the log asks for the proof between the two; so it is wise to keep the one that comes along.
 * </ul>
 */
@NullMarked
package org.comity.query.bundle;

import org.jspecify.annotations.NullMarked;
