/**
 * The settings window: how the program looks, what it does at the start, and where it keeps its own
 * files. It edits the settings; others follow them.
 */
@NullMarked
package io.github.ingressdesigner.ui.settings;

import org.jspecify.annotations.NullMarked;
