package io.github.ingressdesigner.cluster.session;

import java.util.Optional;

/**
 * Which cluster this is. An address may lead to another cluster tomorrow; the namespace kube-system
 * is as old as its cluster.
 *
 * @param kubeSystem its uid; empty where the person may not read it
 */
public record Identity(String server, Optional<String> kubeSystem) {}
