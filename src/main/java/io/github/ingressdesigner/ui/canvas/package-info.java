/**
 * The graph of the window: drawing, hit testing, and gestures by mouse and keyboard that become
 * intents. What decides is free of windows ({@link CanvasViewModel} and what it holds); painters
 * and overlays only show it. No text is changed in here: intents go through {@code Actions}.
 */
@NullMarked
package io.github.ingressdesigner.ui.canvas;

import org.jspecify.annotations.NullMarked;
