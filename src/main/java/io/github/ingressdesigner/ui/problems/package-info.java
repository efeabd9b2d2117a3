/**
 * The list of problems of all open files: what, how bad, where, and the way there. It shows what
 * the snapshot found and judges nothing itself.
 */
@NullMarked
package io.github.ingressdesigner.ui.problems;

import org.jspecify.annotations.NullMarked;
