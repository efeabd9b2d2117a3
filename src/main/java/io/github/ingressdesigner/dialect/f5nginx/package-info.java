/**
 * How F5's NGINX Ingress Controller makes an NGINX configuration of Ingresses. NGINX itself is read
 * in {@code dialect.nginx}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.f5nginx;

import org.jspecify.annotations.NullMarked;
