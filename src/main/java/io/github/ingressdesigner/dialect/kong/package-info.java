/** Kong's ingress controller with the three flavours of Kong's router. */
@NullMarked
package io.github.ingressdesigner.dialect.kong;

import org.jspecify.annotations.NullMarked;
