/**
 * Where routing differs: between two controllers, between two versions of the files, and which
 * paths no request reaches. The window-free half asks the core off the JavaFX thread and knows no
 * controls; no rule of any controller and no writing of manifests comes in here.
 */
@NullMarked
package io.github.ingressdesigner.ui.compare;

import org.jspecify.annotations.NullMarked;
