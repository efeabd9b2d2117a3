/**
 * What a person sees of a cluster: the context in the toolbar, what a pull would write, and what an
 * apply would do. Nothing here talks to a cluster; the window's desk does.
 */
@NullMarked
package io.github.ingressdesigner.ui.cluster;

import org.jspecify.annotations.NullMarked;
