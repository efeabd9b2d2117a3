/**
 * Traefik: routers of its two Ingress providers, their order, its path normalisation and its
 * middlewares. Only what Traefik does itself may come in; parts that other controllers share are in
 * {@code dialect.common}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.traefik;

import org.jspecify.annotations.NullMarked;
