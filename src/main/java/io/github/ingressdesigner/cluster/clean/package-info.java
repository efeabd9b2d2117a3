/**
 * From what a server says to what one would commit: what the server adds is taken away, and keys
 * stand in a fixed order. Pure.
 */
@NullMarked
package io.github.ingressdesigner.cluster.clean;

import org.jspecify.annotations.NullMarked;
