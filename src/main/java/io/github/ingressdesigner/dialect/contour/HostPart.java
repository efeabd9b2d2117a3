package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.contour.RouteReader.Source;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that Ingresses say of one host. Its routes are read, and put into order, at the first
 * question for them.
 */
final class HostPart {
  /** As written; empty for rules without host. */
  final String host;

  private final List<Source> sources = new ArrayList<>(1);
  private final Certificates certificates;
  private final Later<RouteReader.Read> read;
  private final Later<Optional<VirtualHost>> plain = new Later<>(this::readPlain);
  private final Later<Optional<VirtualHost>> tls = new Later<>(this::readTls);

  HostPart(String host, RouteReader reader, Certificates certificates) {
    this.host = host;
    this.certificates = certificates;
    read = new Later<>(() -> reader.read(host, sources));
  }

  /** While Ingresses are gone through. */
  void add(Source source) {
    sources.add(source);
  }

  List<PathRoute> routes() {
    return read.get().routes();
  }

  List<Skipped> skipped() {
    return read.get().skipped();
  }

  /** The rules that name the host. */
  List<Location> rules() {
    return sources.stream()
        .filter(source -> source.rule() != RouteReader.DEFAULT)
        .map(Source::at)
        .toList();
  }

  /** The virtual host of a listener; null where it has none. */
  @Nullable VirtualHost virtual(boolean overTls) {
    return (overTls ? tls : plain).get().orElse(null);
  }

  private Optional<VirtualHost> readPlain() {
    List<PathRoute> all = routes();
    List<PathRoute> open = all;
    for (PathRoute route : all) {
      if (!route.plain()) {
        open = all.stream().filter(PathRoute::plain).toList();
        break;
      }
    }
    return open.isEmpty() ? Optional.empty() : Optional.of(VirtualHost.of(host, open));
  }

  private Optional<VirtualHost> readTls() {
    return certificates.covers(host) && !routes().isEmpty()
        ? Optional.of(VirtualHost.of(host, routes()))
        : Optional.empty();
  }
}
