/**
 * Pictures as files, made without JavaFX: pixels to PNG. Takes graphs and plain arrays; no window
 * and no files may come in here.
 */
@NullMarked
package io.github.ingressdesigner.render;

import org.jspecify.annotations.NullMarked;
