/**
 * How HAProxy Ingress (jcmoraisjr) makes maps of Ingresses, and how its HAProxy asks them. What
 * other controllers share stands in {@code dialect.common}.
 */
@NullMarked
package io.github.ingressdesigner.dialect.haproxyingress;

import org.jspecify.annotations.NullMarked;
