package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the routes of one host from the rules that name it (internal/dag/ingress_processor.go). */
final class RouteReader {
  /** An index that stands for the default backend. */
  static final int DEFAULT = -1;

  /**
   * A rule, or a default backend.
   *
   * @param rule index in its Ingress, or {@link #DEFAULT}
   */
  record Source(Ingress ingress, ResourceId id, int rule) {
    Location at() {
      return new Location(id, rule == DEFAULT ? FieldPath.defaultBackend() : FieldPath.rule(rule));
    }
  }

  /** What the sources of a host say, in their order. */
  record Read(List<PathRoute> routes, List<Skipped> skipped) {}

  private final Options options;
  private final ServiceLookup services;
  private final Set<String> external = new HashSet<>();

  RouteReader(Resources resources, Options options) {
    this.options = options;
    this.services = ServiceLookup.of(resources);
    resources
        .services()
        .filter(s -> s.type().equals(Optional.of("ExternalName")) && s.externalName().isPresent())
        .forEach(s -> external.add(s.meta().qualifiedName()));
  }

  Read read(String host, List<Source> sources) {
    List<PathRoute> routes = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Source source : sources) {
      new OfSource(host, source, routes, skipped).read();
    }
    return new Read(routes, skipped);
  }

  /** One source; what its annotations say is read once. */
  private final class OfSource {
    private final String host;
    private final Source source;
    private final List<PathRoute> routes;
    private final List<Skipped> skipped;
    private final String namespace;
    private final String owner;
    private final boolean redirects;
    private final boolean plain;

    OfSource(String host, Source source, List<PathRoute> routes, List<Skipped> skipped) {
      this.host = host;
      this.source = source;
      this.routes = routes;
      this.skipped = skipped;
      namespace = source.ingress.meta().namespaceOrDefault();
      owner = source.ingress.meta().qualifiedName();
      Map<String, String> annotations = source.ingress.meta().annotations();
      redirects = "true".equals(annotations.get(Compiler.REDIRECT));
      plain = !"false".equals(annotations.get(Compiler.ALLOW_HTTP)) || redirects;
    }

    void read() {
      if (source.rule == DEFAULT) {
        Optional<Backend> backend = source.ingress.spec().defaultBackend();
        add(new HttpPath(Optional.of("/"), Optional.of("Prefix"), backend), source.at());
        return;
      }
      List<HttpPath> paths = source.ingress.spec().rules().get(source.rule).paths();
      for (int i = 0; i < paths.size(); i++) {
        if (!add(paths.get(i), at(i))) {
          for (int k = i + 1; k < paths.size(); k++) {
            skip(at(k), "A path above it in this rule has an expression that is refused.");
          }
          break;
        }
      }
    }

    private Location at(int path) {
      return new Location(source.id, FieldPath.path(source.rule, path));
    }

    private void skip(Location at, String reason) {
      skipped.add(new Skipped(Set.of(host), new LeftOut(at, reason)));
    }

    /** False where the rest of the rule is dropped. */
    private boolean add(HttpPath path, Location at) {
      Optional<Backend> backend = path.backend();
      ServiceLookup.Found found =
          backend.isPresent()
              ? find(namespace, backend.get())
              : new ServiceLookup.Found.Unavailable("It names no Service.");
      if (!(found instanceof ServiceLookup.Found.Ready(Backend resolved))
          || !(resolved instanceof Backend.ServiceBackend)) {
        String reason =
            found instanceof ServiceLookup.Found.Unavailable(String r) ? r : "It names no Service.";
        skip(at, reason + " The path is skipped.");
        return true;
      }
      Condition condition = Condition.of(path);
      if (!condition.isReadable()) {
        skip(
            at,
            "The expression %s is refused, so the path is dropped, and those behind it in its rule."
                .formatted(condition.text()));
        return false;
      }
      routes.add(
          new PathRoute(
              owner,
              path.path().filter(p -> !p.isEmpty()).orElse("/"),
              path.type() == PathType.ABSENT ? PathType.IMPLEMENTATION_SPECIFIC : path.type(),
              at,
              condition,
              resolved,
              !services.isWithoutEndpoints(namespace, backend.orElseThrow()),
              redirects,
              plain));
      return true;
    }
  }

  private ServiceLookup.Found find(String namespace, Backend backend) {
    if (!external.isEmpty()
        && !options.externalNames()
        && backend instanceof Backend.ServiceBackend service
        && service.name().filter(n -> external.contains(namespace + "/" + n)).isPresent()) {
      return new ServiceLookup.Found.Unavailable(
          "Service %s is of type ExternalName, and enableExternalNameService is off."
              .formatted(service.name().get()));
    }
    return services.findWithoutEndpoints(namespace, backend);
  }
}
