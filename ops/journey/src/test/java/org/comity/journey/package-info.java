/**
 * Tests that walk through the whole house as people and machines do: HTTP, browser, killed processes, architecture.
 *
 * <p>Why: each node is a process of its own with a real PostgreSQL, so that what is shown here is what a ministry gets.
 */
@org.jspecify.annotations.NullUnmarked
package org.comity.journey;
