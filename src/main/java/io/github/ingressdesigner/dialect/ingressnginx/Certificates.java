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
      boolean brings =
          !ing.rules().annotations().isEmpty() || !ing.ingress().spec().tls().isEmpty();
      if (ing.canary().enabled() || !brings) {
        continue;
      }
      List<String> wanted = aliases(ing.rules().annotations());
      for (Rule rule : ing.ingress().spec().rules()) {
        String host = rule.host().filter(h -> !h.isEmpty()).orElse(Server.ANY);
        Server server = servers.get(host);
        if (server == null) {
          continue;
        }
        if (!wanted.isEmpty()) {
          aliases.putIfAbsent(host, wanted);
        }
        if (server.snippetOf.isEmpty()
            && ing.rules().annotations().text("server-snippet").isPresent()) {
          server.snippetOf = Optional.of(ing);
        }
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
            if (!servers.containsKey(alias)) {
              kept.add(alias);
            }
          }
          servers.get(host).aliases = kept;
        });
  }

  private static List<String> aliases(Annotations all) {
    return all.text("server-alias").stream()
        .flatMap(list -> List.of(list.split(",")).stream())
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * The names that the certificate of a host covers at least: those of all entries with its Secret.
   * Without an entry for the host, another one's certificate may cover it (extractTLSSecretName).
   */
  private static List<String> certificateHosts(Ing ing, String host) {
    List<TlsEntry> entries = ing.ingress().spec().tls();
    Optional<TlsEntry> entry =
        entries.stream()
            .filter(tls -> tls.hosts().stream().anyMatch(host::equalsIgnoreCase))
            .findFirst();
    Optional<String> secret =
        entry.isPresent()
            ? entry.get().secretName()
            : entries.stream()
                .filter(tls -> Servers.covers(tls.hosts(), host))
                .flatMap(tls -> tls.secretName().stream())
                .findFirst();
    return secret.filter(name -> !name.isEmpty()).stream()
        .flatMap(name -> entries.stream().filter(tls -> tls.secretName().equals(secret)))
        .flatMap(tls -> tls.hosts().stream())
        .toList();
  }
}
