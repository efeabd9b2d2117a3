package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * The server block that one Ingress makes of one of its hosts.
 *
 * @param host as written; empty for the default server
 * @param tls whether the Ingress lists the host in spec.tls
 * @param refusesTls whether no Secret is named for it, so that every TLS handshake fails
 * @param rules the rules behind it
 * @param later the locations; made at the first question for them
 */
record HostServer(
    String host,
    String owner,
    Annotations annotations,
    boolean tls,
    boolean refusesTls,
    boolean sslRedirect,
    boolean redirectToHttps,
    int redirectCode,
    Optional<String> appRoot,
    List<Location> rules,
    Later<Locations<PathRoute>> later) {
  Locations<PathRoute> locations() {
    return later.get();
  }
}
