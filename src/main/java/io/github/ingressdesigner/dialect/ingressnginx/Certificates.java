package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Aliases, certificates and the like, which one Ingress gives to a whole server. */
final class Certificates {
  private Certificates() {}

  /** The last part of createServers: the first Ingress that brings something keeps it. */
  static void configure(List<Ing> ingresses, Map<String, Server> servers) {
    Map<String, List<String>> aliases = new LinkedHashMap<>();
    for (Ing ing : ingresses) {
      if (ing.canary().enabled()) {
        continue;
      }
      List<String> wanted = ing.rules().annotations().aliases();
      for (Rule rule : ing.ingress().spec().rules()) {
        String host = rule.host().filter(h -> !h.isEmpty()).orElse(Server.ANY);
        Server server = servers.get(host);
        if (server == null) {
          continue;
        }
        if (!wanted.isEmpty()) {
          aliases.putIfAbsent(host, wanted);
        }
        authTls(ing, server);
        if (!server.hasCertificate && !ing.ingress().spec().tls().isEmpty()) {
          server.hasCertificate = true;
          server.certificateHosts = certificateHosts(ing, host);
        }
      }
    }
    aliases.forEach(
        (host, all) -> {
          List<String> kept = new ArrayList<>();
          for (String alias : all) {
            if (!alias.equals(host) && !servers.containsKey(alias) && !kept.contains(alias)) {
              kept.add(alias);
            }
          }
          kept.sort(null);
          servers.get(host).aliases = kept;
        });
  }

  private static void authTls(Ing ing, Server server) {
    ing.rules()
        .annotations()
        .find("auth-tls-secret")
        .filter(secret -> !secret.contains("/"))
        .filter(secret -> server.authTlsError.isEmpty())
        .ifPresent(
            secret ->
                server.authTlsError =
                    Optional.of(
                        "auth-tls-secret of " + ing.name() + " names no namespace/secret."));
  }

  /** The names of the entry that lists the host; the certificate covers these at least. */
  private static List<String> certificateHosts(Ing ing, String host) {
    for (TlsEntry tls : ing.ingress().spec().tls()) {
      if (tls.hosts().contains(host)) {
        return tls.hosts();
      }
    }
    return List.of();
  }
}
