/** How Envoy itself reads a request: what dialects of its controllers share. */
@NullMarked
package io.github.ingressdesigner.dialect.envoy;

import org.jspecify.annotations.NullMarked;
