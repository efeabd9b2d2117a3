package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What counts where a log does not tell it.
 *
 * @param host for requests without one
 * @param scheme {@code http} or {@code https}; empty for https where the files have TLS for the
 *     host, and http elsewhere
 * @param tlsHosts names and {@code *.x} that the files have TLS for, in lower case
 */
public record Defaults(Optional<String> host, Optional<String> scheme, Set<String> tlsHosts) {
  public Defaults {
    tlsHosts = Set.copyOf(tlsHosts);
  }

  /** With the TLS entries of the Ingresses among the resources. */
  public static Defaults of(Optional<String> host, Optional<String> scheme, Resources resources) {
    Set<String> names = new HashSet<>();
    resources.ingresses().map(l -> (Ingress) l.resource()).forEach(i -> collect(i, names));
    return new Defaults(host, scheme, names);
  }

  private static void collect(Ingress ingress, Set<String> names) {
    for (TlsEntry entry : ingress.spec().tls()) {
      entry.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
      if (entry.hosts().isEmpty()) {
        ingress.spec().rules().stream()
            .map(Rule::host)
            .flatMap(Optional::stream)
            .forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
      }
    }
  }

  String schemeOf(String name) {
    return scheme.orElseGet(() -> isTls(name.toLowerCase(Locale.ROOT)) ? "https" : "http");
  }

  private boolean isTls(String name) {
    int dot = name.indexOf('.');
    return tlsHosts.contains(name) || dot >= 0 && tlsHosts.contains("*" + name.substring(dot));
  }
}
