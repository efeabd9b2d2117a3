/**
 * What runs: reading a cluster through the person's kubeconfig, and changing it with their consent.
 * This package holds what its rooms share: objects as JSON, and what can go wrong, with a message
 * for people. The only place of network access, and the only one that knows the Kubernetes client.
 * No JavaFX; calls block, so they belong on threads for input and output. Nothing here writes a
 * kubeconfig, and no secret leaves the call that read it.
 */
@NullMarked
package io.github.ingressdesigner.cluster;

import org.jspecify.annotations.NullMarked;
