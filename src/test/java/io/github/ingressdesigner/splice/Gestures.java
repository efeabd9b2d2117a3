package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be done to the Ingresses of a text. */
final class Gestures {
  private static final Backend NEW = ServiceBackend.of("new-service", new Port.Number(8443));

  /** Two paths as they are copied. */
  static final String COPIED =
      """
      # copied along
      - path: /copied/one # the first
        pathType: Exact
        backend:
          service: {name: copy, port: {number: 81}}
      - path: /copied/two
        pathType: Exact
        backend:
          service:
            name: copy
            port:
              number: 81
      """;

  private final List<Intent> intents = new ArrayList<>();
  private final Map<ResourceId, Ingress> ingresses;

  private Gestures(Map<ResourceId, Ingress> ingresses) {
    this.ingresses = ingresses;
  }

  static List<Intent> on(Map<ResourceId, Ingress> ingresses) {
    Gestures gestures = new Gestures(ingresses);
    ingresses.forEach(gestures::ingress);
    return gestures.intents;
  }

  private void ingress(ResourceId id, Ingress ingress) {
    add(new Intent.SetName(id, "other-name"));
    add(new Intent.SetIngressClass(id, Optional.of("other-class")));
    add(new Intent.SetIngressClass(id, Optional.empty()));
    add(new Intent.SetDefaultBackend(id, NEW));
    if (ingress.spec().defaultBackend().isPresent()) {
      Location at = new Location(id, FieldPath.defaultBackend());
      add(new Intent.Remove(at));
      backends(at, ingress.spec().defaultBackend());
    }
    annotations(id, ingress);
    tls(id, ingress);
    add(new Intent.AddHost(id, Optional.of("new.example"), "/new", PathType.PREFIX, NEW));
    add(new Intent.AddHost(id, Optional.of("*.new.example"), "/", PathType.EXACT, NEW));
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      rule(new Location(id, FieldPath.rule(i)), i, rules);
    }
    together(id, rules);
  }

  /** What is done to a host of several rules, and to a backend of several paths. */
  private void together(ResourceId id, List<Rule> rules) {
    List<Intent> hosts = new ArrayList<>();
    List<Intent> removals = new ArrayList<>();
    List<Intent> routes = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Location rule = new Location(id, FieldPath.rule(i));
      hosts.add(new Intent.SetHost(rule, Optional.of("new.example")));
      if (i != 1) {
        removals.add(new Intent.Remove(rule));
      }
      for (int j = 0; j < rules.get(i).paths().size(); j++) {
        routes.add(new Intent.SetBackend(new Location(id, FieldPath.path(i, j)), NEW));
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      several(id, i, rules);
    }
    for (List<Intent> parts : List.of(hosts, removals, routes)) {
      if (!parts.isEmpty()) {
        add(new Intent.Together("All at once", parts));
      }
    }
  }

  /** What is done to several paths of a rule. */
  private void several(ResourceId id, int rule, List<Rule> rules) {
    int count = rules.get(rule).paths().size();
    Location at = new Location(id, FieldPath.rule(rule));
    Location list = at.key("http").key("paths");
    add(new Intent.InsertItems(list, count, COPIED));
    add(new Intent.InsertItems(list, Math.min(1, count), COPIED));
    List<Location> all = new ArrayList<>();
    List<Location> odd = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      all.add(list.index(j));
      if (j % 2 == 1) {
        odd.add(list.index(j));
      }
    }
    for (List<Location> paths : List.of(all, odd)) {
      if (!paths.isEmpty()) {
        add(new Intent.Together("Delete", paths.stream().<Intent>map(Intent.Remove::new).toList()));
        add(
            new Intent.Together(
                "Duplicate", paths.stream().<Intent>map(Intent.Duplicate::new).toList()));
        add(new Intent.MovePaths(paths, at, 0));
        if (rules.size() > 1) {
          int other = (rule + 1) % rules.size();
          Location target = new Location(id, FieldPath.rule(other));
          add(new Intent.MovePaths(paths, target, rules.get(other).paths().size()));
          add(new Intent.MovePaths(paths.reversed(), target, 0));
        }
      }
    }
  }

  private void annotations(ResourceId id, Ingress ingress) {
    add(new Intent.SetAnnotation(id, "example.com/new", "plain"));
    add(new Intent.SetAnnotation(id, "example.com/typed", "true"));
    add(new Intent.SetAnnotation(id, "example.com/odd", "a: b # \"c\" 'd'"));
    add(new Intent.SetAnnotation(id, "example.com/lines", "one;\n  two;\nthree;\n"));
    for (String key : ingress.meta().annotations().keySet()) {
      add(new Intent.SetAnnotation(id, key, "changed"));
      add(new Intent.SetAnnotation(id, key, "8080"));
      Location all = new Location(id, FieldPath.of("metadata", "annotations"));
      add(new Intent.Remove(all.key(key)));
    }
  }

  private void tls(ResourceId id, Ingress ingress) {
    List<String> hosts = List.of("new.example", "*.new.example");
    add(new Intent.AddTls(id, hosts, Optional.of("new-secret")));
    add(new Intent.AddTls(id, List.of(), Optional.of("new-secret")));
    int count = ingress.spec().tls().size();
    for (int i = 0; i < count; i++) {
      Location at = new Location(id, FieldPath.tls(i));
      add(new Intent.SetTlsSecret(at, "other-secret"));
      add(new Intent.Remove(at));
      add(new Intent.Duplicate(at));
      add(new Intent.Reorder(at, count - 1 - i));
    }
  }

  private void rule(Location at, int index, List<Rule> rules) {
    Rule rule = rules.get(index);
    add(new Intent.SetHost(at, Optional.of("new.example")));
    add(new Intent.SetHost(at, Optional.of("*.new.example")));
    add(new Intent.SetHost(at, Optional.empty()));
    add(new Intent.Remove(at));
    add(new Intent.Duplicate(at));
    add(new Intent.Reorder(at, rules.size() - 1 - index));
    int count = rule.paths().size();
    add(new Intent.AddPath(at, count, "/new", PathType.PREFIX, NEW));
    add(new Intent.AddPath(at, 0, "/new", PathType.EXACT, NEW));
    if (count > 1) {
      add(new Intent.AddPath(at, 1, "/new(/|$)(.*)", PathType.IMPLEMENTATION_SPECIFIC, NEW));
    }
    for (int j = 0; j < count; j++) {
      Location path = new Location(at.resource(), FieldPath.path(index, j));
      path(path, rule.paths().get(j), j, count);
      if (rules.size() > 1) {
        int other = (index + 1) % rules.size();
        Location target = new Location(at.resource(), FieldPath.rule(other));
        add(new Intent.MovePath(path, target, rules.get(other).paths().size()));
        add(new Intent.MovePath(path, target, 0));
      }
      moveToOtherIngress(path);
    }
  }

  private void moveToOtherIngress(Location path) {
    ingresses.forEach(
        (id, ingress) -> {
          if (!id.equals(path.resource()) && !ingress.spec().rules().isEmpty()) {
            Location target = new Location(id, FieldPath.rule(0));
            if (path.path().indexAt(1) == 0) {
              add(new Intent.MovePath(path, target, ingress.spec().rules().get(0).paths().size()));
            }
          }
        });
  }

  private void path(Location at, HttpPath path, int index, int count) {
    add(new Intent.SetPath(at, "/changed"));
    add(new Intent.SetPath(at, "/a b: {c}, #d"));
    add(
        new Intent.SetPathType(
            at, path.type() == PathType.EXACT ? PathType.PREFIX : PathType.EXACT));
    backends(at, path.backend());
    add(new Intent.Remove(at));
    add(new Intent.Duplicate(at));
    if (count > 1) {
      add(new Intent.Reorder(at, (index + 1) % count));
      add(new Intent.Reorder(at, 0));
    }
  }

  private void backends(Location at, Optional<Backend> old) {
    add(new Intent.SetBackend(at, NEW));
    add(new Intent.SetBackend(at, ServiceBackend.of("new-service", new Port.Name("https"))));
    add(
        new Intent.SetBackend(
            at,
            new ResourceBackend(
                Optional.of("k8s.example.com"), Optional.of("Bucket"), Optional.of("static"))));
    if (old.isPresent() && old.get() instanceof ServiceBackend service) {
      add(new Intent.SetBackend(at, new ServiceBackend(Optional.of("renamed"), service.port())));
      add(
          new Intent.SetBackend(
              at, new ServiceBackend(service.name(), Optional.of(new Port.Number(9)))));
    }
  }

  private void add(Intent intent) {
    intents.add(intent);
  }
}
