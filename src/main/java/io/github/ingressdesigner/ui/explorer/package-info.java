/**
 * The tree at the left: files, the Ingresses in them, their hosts and paths. It selects and
 * filters; it changes no text. Opening and closing files is asked of the shell.
 */
@NullMarked
package io.github.ingressdesigner.ui.explorer;

import org.jspecify.annotations.NullMarked;
