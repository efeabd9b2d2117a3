package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** Reads what stands in the text behind an element of the drawing. */
record Entries(Snapshot snapshot) {

  Optional<Ingress> ingress(Location at) {
    return snapshot.resources().findIngress(at.resource());
  }

  Optional<Rule> rule(Location at) {
    int index = at.path().indexAt(0);
    return ingress(at)
        .map(Ingress::spec)
        .filter(spec -> index >= 0 && index < spec.rules().size())
        .map(spec -> spec.rules().get(index));
  }

  /** The rule that holds a path entry. */
  static Location ruleOf(Location path) {
    return new Location(path.resource(), FieldPath.rule(path.path().indexAt(0)));
  }

  /** The place of a path entry among those of its rule, in the text. */
  static int indexOf(Location path) {
    return path.path().indexAt(1);
  }

  static boolean isPath(Location at) {
    return indexOf(at) >= 0;
  }

  Optional<HttpPath> path(Location at) {
    int index = indexOf(at);
    return rule(at)
        .filter(rule -> index >= 0 && index < rule.paths().size())
        .map(rule -> rule.paths().get(index));
  }

  int pathCount(Location rule) {
    return rule(rule).map(r -> r.paths().size()).orElse(0);
  }

  /** The backend of a path entry, or the default backend. */
  Optional<Backend> backend(Location row) {
    return isPath(row)
        ? path(row).flatMap(HttpPath::backend)
        : ingress(row).flatMap(ingress -> ingress.spec().defaultBackend());
  }

  String namespace(ResourceId id) {
    return snapshot
        .resources()
        .findIngress(id)
        .map(ingress -> ingress.meta().namespaceOrDefault())
        .orElse("default");
  }

  /** Name of the Ingress, for people. */
  String name(ResourceId id) {
    return snapshot
        .resources()
        .findIngress(id)
        .flatMap(ingress -> ingress.meta().name())
        .orElse("");
  }

  /** Services of a namespace that are in the files, as {@code name:port}. */
  List<String> targets(String namespace) {
    return snapshot
        .resources()
        .services()
        .filter(service -> service.meta().namespaceOrDefault().equals(namespace))
        .flatMap(
            service ->
                service.ports().stream()
                    .flatMap(port -> port.port().stream())
                    .map(port -> service.meta().name().orElse("") + ":" + port))
        .toList();
  }

  /** Why a resource cannot be changed by a gesture; empty where it can. */
  Optional<String> locked(ResourceId id) {
    boolean stale =
        snapshot.file(id.file()).stream()
            .flatMap(file -> file.documents().stream())
            .anyMatch(document -> document.id().equals(id.document()) && document.isStale());
    return locked(id, new Marks(0, 0, stale, false));
  }

  /** Why the element cannot be changed by a gesture; empty where it can. */
  Optional<String> locked(ResourceId id, Marks marks) {
    if (marks.stale()) {
      return Optional.of(Messages.text("canvas.refuse.stale"));
    }
    Optional<Ingress> ingress = snapshot.resources().findIngress(id);
    if (ingress.isPresent() && ingress.get().isLegacy()) {
      return Optional.of(Messages.text("canvas.refuse.legacy", ingress.get().apiVersion()));
    }
    boolean writable = snapshot.file(id.file()).map(Snapshot.FileState::writable).orElse(true);
    return writable
        ? Optional.empty()
        : Optional.of(Messages.text("canvas.refuse.readOnly", id.file().name()));
  }
}
