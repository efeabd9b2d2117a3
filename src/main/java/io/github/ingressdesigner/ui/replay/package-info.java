/**
 * The window that replays recorded requests: which log, against what, how far it is, and what it
 * found. Logs are read by {@code suite.replay}; the window's desk gives files and threads.
 */
@NullMarked
package io.github.ingressdesigner.ui.replay;

import org.jspecify.annotations.NullMarked;
