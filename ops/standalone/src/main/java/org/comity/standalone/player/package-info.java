/**
 * The scenario player: reads a table of steps and performs each through the HTTP door of a running node, then asks the query
 * side whether what should have happened did.
 *
 * <p>Why: a scenario is the one kind of test that a lawyer can read and write. So the player uses nothing that another program
 * could not use (logins, the door, registers, the practice clock), knows the commands from their records only, and invents
 * whatever a row does not say. What it invents is made from the names in the file, never at random, so that a step that is
 * sent again is the same command. The price: a row that forgets an important fact is played with an invented one.
 */
@NullMarked
package org.comity.standalone.player;

import org.jspecify.annotations.NullMarked;
