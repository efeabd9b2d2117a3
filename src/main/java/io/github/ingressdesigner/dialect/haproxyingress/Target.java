package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * One path of an Ingress and all that its annotations say.
 *
 * @param path as written, at least {@code /}
 * @param at the path entry, or the default backend
 * @param headers further conditions; such paths are asked first
 * @param backend with the Service's port number where it is known
 * @param ready whether the Service has endpoints; without any the answer is 503
 * @param sslRedirect whether plain requests are sent to https
 * @param secure whether its Ingress lists the host for TLS, so that it exists on https
 * @param redirectTo the value of {@code redirect-to}; such paths have no backend
 */
record Target(
    Ingress ingress,
    String name,
    String path,
    MatchType match,
    PathType type,
    Location at,
    List<HeaderTest> headers,
    Backend backend,
    boolean ready,
    boolean sslRedirect,
    boolean secure,
    Optional<String> redirectTo,
    Optional<Rewrite> rewrite) {
  Target {
    headers = List.copyOf(headers);
  }
}
