package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gestures on an element that gathers several places of the text: all of them as one step. */
record Gathered(Picture picture, Entries entries) {

  /** The rules of a host, the rows that lead to a backend, each once; a row is its own place. */
  List<Location> places(Item item) {
    return switch (item) {
      case Item.Host host ->
          picture.host(host.name()).map(HostBox::node).map(HostNode::rules).orElse(List.of());
      case Item.Row row -> List.of(row.at());
      case Item.Backend backend ->
          picture.backend(backend.key()).stream()
              .flatMap(box -> box.rows().stream())
              .map(row -> picture.layout().rows().get(row).row().at())
              .distinct()
              .toList();
    };
  }

  /** Why one of the places cannot be changed, with the name of its Ingress; empty if all can. */
  Optional<String> locked(List<Location> places) {
    for (Location place : places) {
      Optional<String> reason = entries.locked(place.resource());
      if (reason.isPresent()) {
        String name = entries.name(place.resource());
        return places.size() == 1 || name.isEmpty()
            ? reason
            : Optional.of(Messages.text("canvas.refuse.oneOf", name, reason.get()));
      }
    }
    return Optional.empty();
  }

  Step deleteHost(Item.Host host) {
    return each(places(host), Intent.Remove::new, "canvas.step.deleteHost", caption(host));
  }

  /**
   * @param name empty for a rule that takes every host
   */
  Step renameHost(Item.Host host, Optional<String> name) {
    return each(
        places(host),
        rule -> new Intent.SetHost(rule, name),
        "canvas.step.renameHost",
        caption(host));
  }

  /** Leads all that leads to a backend to another one. */
  Step reroute(Item.Backend item, Backend target) {
    List<Location> rows =
        places(item).stream()
            .filter(row -> entries.backend(row).filter(target::equals).isEmpty())
            .toList();
    String label = picture.backend(item.key()).map(b -> b.node().label()).orElse("");
    return each(
        rows,
        row -> new Intent.SetBackend(row, target),
        "canvas.step.editBackend",
        label,
        target.display());
  }

  private static String caption(Item.Host host) {
    return host.name().isEmpty()
        ? Messages.text("canvas.anyHost")
        : Messages.text("canvas.step.host", host.name());
  }

  private Step each(
      List<Location> places, Function<Location, Intent> intent, String key, Object... names) {
    if (places.isEmpty()) {
      return new Step.Nothing();
    }
    Optional<String> locked = locked(places);
    if (locked.isPresent()) {
      return new Step.Refuse(locked.get());
    }
    List<Intent> intents = places.stream().map(intent).toList();
    if (intents.size() == 1) {
      return new Step.Do(intents.getFirst());
    }
    Object[] arguments = new Object[names.length + 1];
    arguments[0] = intents.size();
    System.arraycopy(names, 0, arguments, 1, names.length);
    return new Step.Do(new Intent.Together(Messages.text(key, arguments), intents));
  }
}
