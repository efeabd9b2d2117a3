package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads HTTPRoutes. */
final class RouteReader {
  static final String GROUP = "gateway.networking.k8s.io";

  /** Filters that are modelled, or change no routing. */
  private static final Set<String> KNOWN =
      Set.of(
          "RequestRedirect",
          "URLRewrite",
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestMirror");

  private static final Set<String> KNOWN_OF_BACKENDS =
      Set.of("URLRewrite", "RequestHeaderModifier", "ResponseHeaderModifier", "RequestMirror");

  private final ServiceLookup services;
  private final List<OtherResource> grants;

  RouteReader(Resources resources) {
    services = ServiceLookup.of(resources);
    grants =
        resources.all().stream()
            .map(Resources.Located::resource)
            .filter(OtherResource.class::isInstance)
            .map(OtherResource.class::cast)
            .filter(o -> o.kind().equals("ReferenceGrant") && isOurs(o))
            .toList();
  }

  /** Whether it is of the group of the Gateway API. */
  static boolean isOurs(OtherResource other) {
    String version = other.apiVersion();
    return version.startsWith(GROUP) && version.startsWith("/", GROUP.length());
  }

  HttpRoute read(OtherResource resource, Location at) {
    FieldValue spec = resource.get("spec");
    List<FieldValue> items = spec.get("hostnames").items();
    List<String> hostnames = new ArrayList<>(items.size());
    for (FieldValue item : items) {
      Optional<String> text = item.text();
      if (text.isPresent()) {
        hostnames.add(HostIndex.lower(text.get()));
      }
    }
    return new HttpRoute(
        resource.meta(),
        resource.meta().qualifiedName(),
        at,
        spec.get("parentRefs").items(),
        hostnames,
        new Later<>(() -> rules(resource.meta(), spec, at)));
  }

  private List<HttpRule> rules(ObjectMeta meta, FieldValue spec, Location at) {
    List<FieldValue> items = spec.get("rules").items();
    if (items.isEmpty()) {
      items = List.of(FieldValue.NONE);
    }
    Location all = at.key("spec").key("rules");
    List<HttpRule> rules = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      rules.add(rule(meta, items.get(i), i, all.index(i)));
    }
    return List.copyOf(rules);
  }

  private HttpRule rule(ObjectMeta meta, FieldValue rule, int index, Location at) {
    List<Match> matches = new ArrayList<>();
    List<FieldValue> items = rule.get("matches").items();
    for (int i = 0; i < items.size(); i++) {
      matches.add(Match.of(items.get(i), at.key("matches").index(i)));
    }
    if (matches.isEmpty()) {
      matches.add(Match.every(at));
    }
    List<HttpRule.Target> targets = new ArrayList<>();
    List<FieldValue> refs = rule.get("backendRefs").items();
    for (int i = 0; i < refs.size(); i++) {
      targets.add(target(meta, refs.get(i), at.key("backendRefs").index(i)));
    }
    List<FieldValue> filters = rule.get("filters").items();
    return new HttpRule(
        index,
        at,
        matches,
        targets,
        filter(filters, "RequestRedirect", "requestRedirect"),
        filter(filters, "URLRewrite", "urlRewrite"),
        unknown(filters, KNOWN));
  }

  private static Optional<FieldValue> filter(List<FieldValue> all, String type, String field) {
    for (FieldValue filter : all) {
      if (filter.get("type").text().orElse("").equals(type)) {
        return Optional.of(filter.get(field));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> unknown(List<FieldValue> filters, Set<String> known) {
    for (FieldValue filter : filters) {
      String type = filter.get("type").text().orElse("");
      if (!known.contains(type)) {
        return Optional.of("The filter " + type);
      }
    }
    return Optional.empty();
  }

  private HttpRule.Target target(ObjectMeta meta, FieldValue ref, Location at) {
    String name = ref.get("name").text().orElse("");
    String own = meta.namespaceOrDefault();
    String namespace = ref.get("namespace").text().orElse(own);
    Optional<Port> port = ref.get("port").number().map(Port.Number::new);
    int weight = Math.max(0, ref.get("weight").number().orElse(1));
    List<FieldValue> filters = ref.get("filters").items();
    Optional<FieldValue> rewrite = filter(filters, "URLRewrite", "urlRewrite");
    Optional<String> unknown = unknown(filters, KNOWN_OF_BACKENDS);
    Backend backend = new ServiceBackend(Optional.of(name), port);
    Optional<String> problem = Optional.empty();
    boolean ready = true;
    String kind = ref.get("kind").text().orElse("Service");
    if (!kind.equals("Service") || !ref.get("group").text().orElse("").isEmpty()) {
      backend =
          new Backend.ResourceBackend(
              ref.get("group").text(), Optional.of(kind), Optional.of(name));
      problem = Optional.of("The kind " + kind + " is no backend of the API.");
      unknown = Optional.of("A backend of kind " + kind);
    } else if (!namespace.equals(own) && !isGranted(own, namespace, name)) {
      problem =
          Optional.of(
              "The Service is in namespace %s, and no ReferenceGrant there allows it."
                  .formatted(namespace));
    } else {
      ready = !services.isWithoutEndpoints(namespace, backend);
      switch (services.findWithoutEndpoints(namespace, backend)) {
        case ServiceLookup.Found.Ready(Backend found) -> backend = found;
        case ServiceLookup.Found.Unavailable(String reason) -> problem = Optional.of(reason);
      }
    }
    return new HttpRule.Target(backend, weight, problem, ready, rewrite, unknown, at);
  }

  private boolean isGranted(String from, String to, String service) {
    return grants.stream()
        .filter(grant -> grant.meta().namespaceOrDefault().equals(to))
        .anyMatch(
            grant ->
                grant.get("spec").get("from").items().stream().anyMatch(f -> isFrom(f, from))
                    && grant.get("spec").get("to").items().stream()
                        .anyMatch(t -> isTo(t, service)));
  }

  private static boolean isFrom(FieldValue from, String namespace) {
    return from.get("group").text().filter(GROUP::equals).isPresent()
        && from.get("kind").text().filter("HTTPRoute"::equals).isPresent()
        && from.get("namespace").text().filter(namespace::equals).isPresent();
  }

  private static boolean isTo(FieldValue to, String service) {
    return to.get("group").text().orElse("").isEmpty()
        && to.get("kind").text().filter("Service"::equals).isPresent()
        && to.get("name").text().filter(n -> !n.isEmpty() && !n.equals(service)).isEmpty();
  }
}
