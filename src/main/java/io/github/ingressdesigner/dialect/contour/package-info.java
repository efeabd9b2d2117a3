/**
 * How Contour makes Envoy routes of Ingresses. Envoy itself is read in {@code dialect.envoy}; what
 * all dialects share stands in {@code dialect.common}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.contour;

import org.jspecify.annotations.NullMarked;
