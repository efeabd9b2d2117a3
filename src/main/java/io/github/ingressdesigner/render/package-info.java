/**
 * Pictures as files, made without JavaFX: a graph to SVG, laid out with the widths of the font
 * files, and pixels to PNG. Takes graphs, traces and plain arrays; no window and no files may come
 * in here.
 */
@NullMarked
package io.github.ingressdesigner.render;

import org.jspecify.annotations.NullMarked;
