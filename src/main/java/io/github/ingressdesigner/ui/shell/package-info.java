/**
 * The window: panes, tool bar, drawer, status bar, commands with their keys, files in and out, and
 * the wiring of everything ({@code AppWiring}, the only place where threads are made). The only ui
 * package that knows the others; what a view shows and does stays in its own package.
 */
@NullMarked
package io.github.ingressdesigner.ui.shell;

import org.jspecify.annotations.NullMarked;
