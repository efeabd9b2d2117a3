/**
 * What annotations of Ingresses mean: for each controller (and for cert-manager, external-dns and
 * Kubernetes itself) which keys exist, what values they take, what they do, since when and until
 * when, and what the same is called elsewhere. The data are tables in the resource folder {@code
 * annotations}; this package reads and searches them. Knows no YAML, no routes, and nothing else of
 * ours.
 */
@NullMarked
package io.github.ingressdesigner.catalog;

import org.jspecify.annotations.NullMarked;
