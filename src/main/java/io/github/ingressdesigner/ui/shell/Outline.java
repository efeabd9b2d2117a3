package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Everything in the open files that one can go to, as a list to search in. */
final class Outline {
  private final List<Command> places = new ArrayList<>();
  private final Consumer<Location> go;

  private Outline(Consumer<Location> go) {
    this.go = go;
  }

  /**
   * Objects, hosts and paths in the order of files and text.
   *
   * @param go shows a place
   */
  static List<Command> of(Snapshot snapshot, Consumer<Location> go) {
    Outline outline = new Outline(go);
    snapshot.resources().all().forEach(outline::add);
    return outline.places;
  }

  private void add(Located located) {
    Location at = Location.of(located.id());
    String name = located.resource().meta().name().orElse(Messages.text("shell.outline.noName"));
    add(
        Messages.text(
            "shell.outline.object", located.resource().kind(), name, located.id().file().name()),
        at.key("metadata").key("name"));
    if (located.resource() instanceof Ingress ingress) {
      List<Rule> rules = ingress.spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        add(located, rules.get(i), i, name);
      }
    }
  }

  private void add(Located located, Rule rule, int index, String ingress) {
    String host = rule.host().orElseGet(() -> Messages.text("shell.outline.anyHost"));
    add(
        Messages.text("shell.outline.host", host, ingress),
        new Location(located.id(), FieldPath.rule(index)));
    for (int i = 0; i < rule.paths().size(); i++) {
      HttpPath path = rule.paths().get(i);
      add(
          Messages.text(
              "shell.outline.path",
              host + path.path().orElse(""),
              path.backend().map(Backend::display).orElse("?"),
              ingress),
          new Location(located.id(), FieldPath.path(index, i)));
    }
  }

  private void add(String title, Location at) {
    places.add(new Command("place " + places.size(), title, () -> true, () -> go.accept(at)));
  }
}
