package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Attaches HTTPRoutes to listeners (gateway_types.go, ParentReference, AllowedRoutes). */
public final class Compiler {
  private final Resources resources;
  private final DialectConfig config;
  private final AllowedRoutes allowed;
  private final Map<String, List<Listener>> gateways = new LinkedHashMap<>();
  private final Set<String> foreign = new HashSet<>();
  private final Map<Listener, ListenerRoutes> attached = new LinkedHashMap<>();
  private final List<HttpRoute> routes = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  private final Map<String, List<Listener>> missing = new HashMap<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.allowed = new AllowedRoutes(resources);
  }

  /** Total. */
  public static GatewayApiTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private GatewayApiTable compile() {
    RouteReader reader = new RouteReader(resources);
    String wanted = config.get("gateway-class", "");
    for (Resources.Located located : resources.all()) {
      if (!(located.resource() instanceof OtherResource other)) {
        continue;
      }
      Location at = Location.of(located.id());
      String name = other.meta().name().orElse("");
      String namespace = other.meta().namespaceOrDefault();
      if (isKind(other, "HTTPRoute")) {
        Optional<LeftOut> problem = RouteValidation.problem(other.get("spec"), at.key("spec"));
        if (problem.isPresent()) {
          leftOut.add(problem.get());
        } else {
          routes.add(reader.read(other, at));
        }
      } else if (isKind(other, "Gateway")) {
        String className = other.get("spec").get("gatewayClassName").text().orElse("");
        if (!wanted.isEmpty() && !wanted.equals(className)) {
          leftOut.add(new LeftOut(at, "Its class is " + className + ", not " + wanted + "."));
          foreign.add(namespace + "/" + name);
        } else {
          gateways.put(namespace + "/" + name, Listener.of(name, namespace, other.get("spec"), at));
        }
      }
    }
    gateways.values().forEach(all -> all.forEach(l -> attached.put(l, new ListenerRoutes(l))));
    routes.forEach(this::attach);
    attached.values().forEach(ListenerRoutes::build);
    long ingresses = resources.ingresses().count();
    return new GatewayApiTable(attached.values(), routes, leftOut, ingresses);
  }

  private static boolean isKind(OtherResource other, String kind) {
    return other.group().equals(RouteReader.GROUP) && other.kind().equals(kind);
  }

  private void attach(HttpRoute route) {
    boolean any = false;
    String reason = "It names no parent Gateway.";
    for (FieldValue parent : route.parents()) {
      if (!isGateway(parent)) {
        continue;
      }
      String namespace = parent.get("namespace").text().orElse(route.meta().namespaceOrDefault());
      String name = namespace + "/" + parent.get("name").text().orElse("");
      if (foreign.contains(name)) {
        reason = "Gateway " + name + " is of another class.";
        continue;
      }
      List<Listener> listeners = gateways.get(name);
      reason =
          "No listener of Gateway " + name + " takes it: by name, port, namespace or hostname.";
      for (Listener listener : listeners == null ? known(name, route.at()) : listeners) {
        if (isMeant(parent, listener) && allowed.takes(listener, route)) {
          any |= attach(route, attached.computeIfAbsent(listener, ListenerRoutes::new));
        }
      }
    }
    if (!any) {
      leftOut.add(new LeftOut(route.at(), reason));
    }
  }

  private static boolean isGateway(FieldValue parent) {
    return parent.get("kind").text().orElse("Gateway").equals("Gateway")
        && parent.get("group").text().orElse(RouteReader.GROUP).equals(RouteReader.GROUP);
  }

  /** The same for all routes that name the Gateway. */
  private List<Listener> known(String gateway, Location at) {
    return missing.computeIfAbsent(gateway, name -> assumed(name, at));
  }

  /** A Gateway that is not among the files takes every host, with and without TLS. */
  private List<Listener> assumed(String gateway, Location at) {
    String namespace = gateway.substring(0, gateway.indexOf('/'));
    String name = gateway.substring(gateway.indexOf('/') + 1);
    return List.of(
        new Listener(name, namespace, "http", 80, false, "", FieldValue.NONE, at, true),
        new Listener(name, namespace, "https", 443, true, "", FieldValue.NONE, at, true));
  }

  private static boolean isMeant(FieldValue parent, Listener listener) {
    Optional<String> section = parent.get("sectionName").text();
    Optional<Integer> port = parent.get("port").number();
    return listener.assumed()
        || section.filter(s -> !s.equals(listener.name())).isEmpty()
            && port.filter(p -> p != listener.port()).isEmpty();
  }

  private static boolean attach(HttpRoute route, ListenerRoutes listener) {
    List<String> own = route.hostnames().isEmpty() ? List.of("") : route.hostnames();
    boolean any = false;
    for (String hostname : own) {
      Optional<String> both = Hostnames.intersection(listener.listener.hostname(), hostname);
      if (both.isPresent()) {
        listener.add(both.get(), route);
        any = true;
      }
    }
    return any;
  }
}
