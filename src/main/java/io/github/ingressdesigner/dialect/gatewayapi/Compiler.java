package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Attaches HTTPRoutes to listeners (gateway_types.go, ParentReference, AllowedRoutes). */
public final class Compiler {
  private static final List<String> EVERY = List.of("");

  private final Resources resources;
  private final DialectConfig config;
  private final AllowedRoutes allowed;
  private final Map<String, List<ListenerRoutes>> gateways = new LinkedHashMap<>();
  private final Set<String> foreign = new HashSet<>();
  private final List<HttpRoute> routes = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** Those that stand for Gateways that are not among the files. */
  private final Map<String, List<ListenerRoutes>> missing = new LinkedHashMap<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.allowed = new AllowedRoutes(resources);
  }

  /** Total. Routes are attached; their rules are read at the first question for a hostname. */
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
        Optional<LeftOut> problem = RouteValidation.problem(other.get("spec"), at);
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
          gateways.put(
              namespace + "/" + name,
              Listener.of(name, namespace, other.get("spec"), at).stream()
                  .map(ListenerRoutes::new)
                  .toList());
        }
      }
    }
    routes.forEach(this::attach);
    List<ListenerRoutes> listeners = new ArrayList<>();
    gateways.values().forEach(listeners::addAll);
    missing.values().forEach(listeners::addAll);
    long ingresses = resources.ingresses().count();
    return new GatewayApiTable(listeners, routes, leftOut, ingresses);
  }

  private static boolean isKind(OtherResource other, String kind) {
    return other.kind().equals(kind) && RouteReader.isOurs(other);
  }

  private void attach(HttpRoute route) {
    boolean any = false;
    String named = "";
    for (FieldValue parent : route.parents()) {
      if (!isGateway(parent)) {
        continue;
      }
      String namespace = parent.get("namespace").text().orElse(route.meta().namespaceOrDefault());
      named = namespace + "/" + parent.get("name").text().orElse("");
      if (foreign.contains(named)) {
        continue;
      }
      List<ListenerRoutes> listeners = gateways.get(named);
      listeners = listeners == null ? known(named, route.at()) : listeners;
      for (int i = 0; i < listeners.size(); i++) {
        Listener listener = listeners.get(i).listener;
        if (isMeant(parent, listener) && allowed.takes(listener, route)) {
          any |= attach(route, listeners.get(i));
        }
      }
    }
    if (!any) {
      leftOut.add(new LeftOut(route.at(), unattached(named)));
    }
  }

  /**
   * @param gateway the last one that it names; empty for none
   */
  private String unattached(String gateway) {
    if (gateway.isEmpty()) {
      return "It names no parent Gateway.";
    }
    return foreign.contains(gateway)
        ? "Gateway " + gateway + " is of another class."
        : "No listener of Gateway " + gateway + " takes it: by name, port, namespace or hostname.";
  }

  private static boolean isGateway(FieldValue parent) {
    return parent.get("kind").text().orElse("Gateway").equals("Gateway")
        && parent.get("group").text().orElse(RouteReader.GROUP).equals(RouteReader.GROUP);
  }

  /** The same for all routes that name the Gateway. */
  private List<ListenerRoutes> known(String gateway, Location at) {
    List<ListenerRoutes> known = missing.get(gateway);
    if (known == null) {
      known = assumed(gateway, at);
      missing.put(gateway, known);
    }
    return known;
  }

  /** A Gateway that is not among the files takes every host, with and without TLS. */
  private static List<ListenerRoutes> assumed(String gateway, Location at) {
    String namespace = gateway.substring(0, gateway.indexOf('/'));
    String name = gateway.substring(gateway.indexOf('/') + 1);
    ListenerRoutes plain =
        new ListenerRoutes(
            new Listener(name, namespace, "http", 80, false, "", FieldValue.NONE, at, true));
    Listener secure =
        new Listener(name, namespace, "https", 443, true, "", FieldValue.NONE, at, true);
    return List.of(plain, new ListenerRoutes(secure, plain));
  }

  private static boolean isMeant(FieldValue parent, Listener listener) {
    if (listener.assumed()) {
      return true;
    }
    Optional<String> section = parent.get("sectionName").text();
    Optional<Integer> port = parent.get("port").number();
    return section.filter(s -> !s.equals(listener.name())).isEmpty()
        && port.filter(p -> p != listener.port()).isEmpty();
  }

  private static boolean attach(HttpRoute route, ListenerRoutes listener) {
    List<String> own = route.hostnames().isEmpty() ? EVERY : route.hostnames();
    boolean any = false;
    for (int i = 0; i < own.size(); i++) {
      String hostname = own.get(i);
      if (listener.listener.hostname().isEmpty()) {
        listener.add(hostname, route);
        any = true;
        continue;
      }
      Optional<String> both = Hostnames.intersection(listener.listener.hostname(), hostname);
      if (both.isPresent()) {
        listener.add(both.get(), route);
        any = true;
      }
    }
    return any;
  }
}
