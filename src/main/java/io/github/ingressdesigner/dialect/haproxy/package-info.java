/**
 * How HAProxy Technologies' Kubernetes Ingress Controller makes maps and rules of Ingresses, and
 * how its HAProxy asks them.
 */
@NullMarked
package io.github.ingressdesigner.dialect.haproxy;

import org.jspecify.annotations.NullMarked;
