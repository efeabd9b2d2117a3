/**
 * Files on disk: reading with a stamp, saving without ever leaving half a file or writing over
 * somebody else's change, noticing changes from outside, and what to do about them. Refusals are
 * {@link io.github.ingressdesigner.workspace.disk.DiskException}s with a message for people.
 * Blocking calls run wherever the caller runs them; threads come in as executors.
 */
@NullMarked
package io.github.ingressdesigner.workspace.disk;

import org.jspecify.annotations.NullMarked;
