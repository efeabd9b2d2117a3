/**
 * Requests worth trying for a path: one that reaches it, one that just misses it, and those at its
 * borders. Derived from what a table looks at and asked of the table itself, so that what is told
 * of a request is true for the controller chosen. Pure: no files, no window, and no knowledge of
 * any one controller.
 */
@NullMarked
package io.github.ingressdesigner.suggest;

import org.jspecify.annotations.NullMarked;
