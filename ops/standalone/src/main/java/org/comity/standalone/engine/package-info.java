/**
 * How Axon is set up: the log as its store, the processors that read on, how far they are, and whether they fail.
 *
 * <p>Why: what Axon does by itself is wrong for this house in ways that do not show (a handler's exception is logged and the
 * event skipped; without JPA there are no transactions and tokens live in memory; it reports to its vendor). So every part
 * is a bean of our own, and a test asserts their classes. All processing groups are tracking processors with one segment:
 * the log has no gaps, order matters more than parallelism, and a pooled processor polls.
 */
@NullMarked
package org.comity.standalone.engine;

import org.jspecify.annotations.NullMarked;
