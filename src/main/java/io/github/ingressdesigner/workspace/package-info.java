/**
 * The mutable heart of the application: open files, the one history of their changes, and the road
 * from text to {@link io.github.ingressdesigner.workspace.Snapshot}; and what stands beside it on
 * disk: files, recovery, settings, logs. {@link io.github.ingressdesigner.workspace.Workspace} is
 * confined to one thread; threads come in as executors from outside. No JavaFX, no network.
 */
@NullMarked
package io.github.ingressdesigner.workspace;

import org.jspecify.annotations.NullMarked;
