package io.github.ingressdesigner.cluster.kubeconfig;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach a server.
 *
 * @param file the kubeconfig that says so
 * @param server an address with scheme, without a slash at the end
 * @param insecure whether the person asked for no check of the certificate
 * @param tlsName the name to look for in the certificate, in place of the server's
 */
public record ClusterEntry(
    String name,
    Path file,
    String server,
    Optional<PemSource> authority,
    boolean insecure,
    Optional<String> tlsName,
    Optional<String> proxy) {}
