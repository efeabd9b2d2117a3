/**
 * Where two route tables differ. The requests are cut into classes by all that either table looks
 * at ({@link io.github.ingressdesigner.route.Facets}), one witness of each class is asked on both
 * sides, and what differs is told with its reason. Pure: no files, no network, no window, and no
 * knowledge of any one controller.
 */
@NullMarked
package io.github.ingressdesigner.compare;

import org.jspecify.annotations.NullMarked;
