package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.BitsSeen;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes routes of the paths of one host (pkg/ingress/ingress.go). */
final class RouteReader {
  /**
   * An Ingress, with what is read of it once for all its paths.
   *
   * @param made what its annotations say
   */
  static final class Owner {
    final Ingress ingress;
    final ResourceId id;
    final Rules made;
    final String name;
    final String namespace;

    Owner(Ingress ingress, ResourceId id, Rules made) {
      this.ingress = ingress;
      this.id = id;
      this.made = made;
      this.name = ingress.meta().qualifiedName();
      this.namespace = ingress.meta().namespaceOrDefault();
    }
  }

  /** One rule of an Ingress. */
  record Source(Owner owner, int rule) {
    Location at() {
      return new Location(owner.id, FieldPath.rule(rule));
    }
  }

  /** What makes two paths of an Ingress and a host one (pkg/store/convert.go, pathKey). */
  private record Entry(String path, PathType type, String service, String portName) {
    static Entry of(HttpPath path) {
      ServiceBackend backend = path.backend().orElse(null) instanceof ServiceBackend s ? s : null;
      return new Entry(
          path.path().orElse(""),
          path.type(),
          backend == null ? "" : backend.name().orElse(""),
          backend != null && backend.port().orElse(null) instanceof Port.Name(String name)
              ? name
              : "");
    }
  }

  /** Where a path is written. */
  private record Place(HttpPath path, Location at) {}

  private final ServiceLookup services;
  private final Map<String, Resources.Located> known;
  private final DialectConfig config;

  /**
   * @param known Services by namespace and name
   */
  RouteReader(ServiceLookup services, Map<String, Resources.Located> known, DialectConfig config) {
    this.services = services;
    this.known = known;
    this.config = config;
  }

  /**
   * Routes in the order in which they are placed.
   *
   * @param sources those of one Ingress stand together
   */
  List<PathRoute> read(String host, List<Source> sources, List<LeftOut> leftOut) {
    List<PathRoute> routes = new ArrayList<>();
    for (int from = 0; from < sources.size(); ) {
      Owner owner = sources.get(from).owner();
      int to = from + 1;
      while (to < sources.size() && sources.get(to).owner() == owner) {
        to++;
      }
      for (Place place : entries(sources.subList(from, to), leftOut)) {
        route(owner, host, place.path, place.at, leftOut).ifPresent(routes::add);
      }
      from = to;
    }
    return routes;
  }

  /** One entry for each type, path, Service, and name of a port; the later one wins. */
  private static Collection<Place> entries(List<Source> sources, List<LeftOut> leftOut) {
    int count = 0;
    for (Source source : sources) {
      count += paths(source).size();
    }
    List<Place> places = new ArrayList<>(count);
    BitsSeen seen = new BitsSeen(count);
    boolean mayRepeat = false;
    for (Source source : sources) {
      List<HttpPath> paths = paths(source);
      for (int i = 0; i < paths.size(); i++) {
        HttpPath path = paths.get(i);
        long bits = UriText.plainBits(path.path().orElse(""));
        mayRepeat |= bits == UriText.NOT_PLAIN || !seen.add(bits);
        places.add(new Place(path, new Location(source.owner.id, FieldPath.path(source.rule, i))));
      }
    }
    if (!mayRepeat) {
      return places;
    }
    Map<Entry, Place> entries = LinkedHashMap.newLinkedHashMap(count);
    for (Place place : places) {
      Place before = entries.put(Entry.of(place.path), place);
      if (before != null) {
        leftOut.add(
            new LeftOut(
                before.at(), "The same type, path and Service stand below; that one counts."));
      }
    }
    return entries.values();
  }

  private static List<HttpPath> paths(Source source) {
    return source.owner.ingress.spec().rules().get(source.rule).paths();
  }

  /** The route of a path; empty where it is left out. */
  Optional<PathRoute> route(
      Owner from, String host, HttpPath path, Location at, List<LeftOut> leftOut) {
    String namespace = from.namespace;
    if (!(path.backend().orElse(null) instanceof ServiceBackend service)) {
      leftOut.add(new LeftOut(at, "Its backend is no Service, so the path is left out."));
      return Optional.empty();
    }
    boolean ready = !services.isWithoutEndpoints(namespace, service);
    Backend found = service;
    switch (services.findWithoutEndpoints(namespace, service)) {
      case ServiceLookup.Found.Ready(Backend resolved) -> found = resolved;
      case ServiceLookup.Found.Unavailable(String reason) -> {
        leftOut.add(new LeftOut(at, reason + " The path is left out."));
        return Optional.empty();
      }
    }
    Resources.Located document =
        known.isEmpty() ? null : known.get(namespace + "/" + service.name().orElse(""));
    Annotations annotations =
        document == null
            ? Annotations.none(at.resource())
            : Annotations.of(document.resource().meta(), document.id());
    String owner =
        isStandalone(annotations, from.made.annotations())
            ? from.ingress.meta().name().orElse("") + "_svc_"
            : "svc_";
    return Optional.of(
        new PathRoute(
            from.name,
            host,
            path.path().orElse(""),
            path.type(),
            at,
            found,
            namespace + "_" + owner + service.name().orElse("") + "_" + portName(document, service),
            ready,
            from.made,
            annotations,
            annotations.find("route-acl").filter(text -> !text.isEmpty()).map(Acl::of)));
  }

  /** Whether an Ingress has backends of its own; they carry its name. */
  private boolean isStandalone(Annotations service, Annotations ingress) {
    return "true".equals(service.values().get("standalone-backend"))
        || "true".equals(ingress.values().get("standalone-backend"))
        || config.get("standalone-backend", "").equals("true");
  }

  /** The name of the Service's port where it has one, else what the rule says. */
  private static String portName(Resources.@Nullable Located document, ServiceBackend backend) {
    Port port = backend.port().orElse(new Port.Number(0));
    if (document != null && document.resource() instanceof Service service) {
      for (Service.ServicePort one : service.ports()) {
        if (one.is(port) && one.name().isPresent()) {
          return one.name().get();
        }
      }
    }
    return port.display();
  }
}
