/**
 * How ingress-nginx makes an NGINX configuration of Ingresses. NGINX itself is read in {@code
 * dialect.nginx}; what all dialects share stands in {@code dialect.common}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.ingressnginx;

import org.jspecify.annotations.NullMarked;
