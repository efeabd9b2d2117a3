/**
 * What every room of the window shares: the only door to the JavaFX thread, texts, colours, icons
 * and the state that views follow together. Imports no other ui package.
 */
@NullMarked
package io.github.ingressdesigner.ui.common;

import org.jspecify.annotations.NullMarked;
