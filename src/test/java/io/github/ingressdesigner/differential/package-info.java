/**
 * Starts the real programs that controllers configure, sends them generated requests, and compares.
 * Tests that need a dialect's compiled table stand in its package and use what is here.
 */
@NullMarked
package io.github.ingressdesigner.differential;

import org.jspecify.annotations.NullMarked;
