/**
 * Unsaved work survives the end of the process: a journal of what differs from the files on disk,
 * kept up within a second or so, and what is offered from it at the next start. Values inside
 * Secrets never enter it.
 */
@NullMarked
package io.github.ingressdesigner.workspace.recovery;

import org.jspecify.annotations.NullMarked;
