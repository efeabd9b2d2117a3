/**
 * Reading kubeconfigs: what contexts there are, and what each means. A kubeconfig is code, so
 * reading one never starts anything; and it is never written, nor copied.
 */
@NullMarked
package io.github.ingressdesigner.cluster.kubeconfig;

import org.jspecify.annotations.NullMarked;
