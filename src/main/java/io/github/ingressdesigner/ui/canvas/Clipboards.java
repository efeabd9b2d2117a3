package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.Clipping;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot.FileState;
import java.util.List;
import java.util.Optional;

/** Elements of the drawing to the clipboard as YAML, and from there into the text. */
record Clipboards(Picture picture, Entries entries, Commands commands) {

  /** The YAML of hosts with all their rules, else of paths; empty where there are neither. */
  Optional<Clipping> copy(List<Item> items) {
    Gathered gathered = new Gathered(picture, entries);
    List<Location> rules =
        items.stream()
            .filter(Item.Host.class::isInstance)
            .flatMap(host -> gathered.places(host).stream())
            .toList();
    List<Location> places = rules.isEmpty() ? new Several(picture, entries, items).paths() : rules;
    return places.isEmpty()
        ? Optional.empty()
        : Clipping.of(places, entries.snapshot().planContext());
  }

  /** Puts what was copied behind the selected element, or into it. */
  Step paste(String text, Optional<Item> target) {
    Clipping clipping = Clipping.read(text);
    return switch (clipping.kind()) {
      case PATHS -> paths(clipping, target);
      case RULES -> into(target, "rules", clipping);
      case TLS -> into(target, "tls", clipping);
      case RESOURCE -> resource(clipping, target);
      case OTHER -> refuse("canvas.refuse.nothingCopied");
    };
  }

  private Step paths(Clipping clipping, Optional<Item> target) {
    if (target.isPresent() && target.get() instanceof Item.Row row && Entries.isPath(row.at())) {
      Location list = row.at().parent();
      return unlessLocked(
          list.resource(),
          new Intent.InsertItems(list, Entries.indexOf(row.at()) + 1, clipping.yaml()));
    }
    Optional<Location> rule =
        target
            .filter(Item.Host.class::isInstance)
            .flatMap(host -> picture.host(((Item.Host) host).name()))
            .map((HostBox host) -> host.node().rules())
            .flatMap(commands::writable);
    return rule.isEmpty()
        ? refuse("canvas.refuse.pasteWhere")
        : unlessLocked(
            rule.get().resource(),
            new Intent.InsertItems(
                rule.get().key("http").key("paths"), Integer.MAX_VALUE, clipping.yaml()));
  }

  /** Into a list of the Ingress of the selected element, or of the only one there is. */
  private Step into(Optional<Item> target, String list, Clipping clipping) {
    Optional<ResourceId> ingress =
        target.flatMap(picture::locationOf).map(Location::resource).or(this::onlyIngress);
    if (ingress.isEmpty()) {
      return refuse("canvas.refuse.pasteIngress");
    }
    int index =
        list.equals("rules")
            ? target
                .flatMap(picture::locationOf)
                .map(at -> at.path().indexAt(0) + 1)
                .filter(i -> i > 0)
                .orElse(Integer.MAX_VALUE)
            : Integer.MAX_VALUE;
    Location at = new Location(ingress.get(), FieldPath.of("spec", list));
    return unlessLocked(ingress.get(), new Intent.InsertItems(at, index, clipping.yaml()));
  }

  private Optional<ResourceId> onlyIngress() {
    List<ResourceId> all =
        entries.snapshot().resources().ingresses().map(located -> located.id()).toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** To the end of the file of the selected element, or of the first that can be written. */
  private Step resource(Clipping clipping, Optional<Item> target) {
    Optional<FileId> file =
        target
            .flatMap(picture::locationOf)
            .map(at -> at.resource().file())
            .or(
                () ->
                    entries.snapshot().files().stream()
                        .filter(FileState::writable)
                        .map(FileState::id)
                        .findFirst());
    return file.isEmpty()
        ? refuse("canvas.refuse.pasteWhere")
        : new Step.Do(new Intent.AppendDocument(file.get(), clipping.yaml()));
  }

  private Step unlessLocked(ResourceId resource, Intent intent) {
    return entries
        .locked(resource)
        .<Step>map(Step.Refuse::new)
        .orElseGet(() -> new Step.Do(intent));
  }

  private static Step refuse(String key) {
    return new Step.Refuse(Messages.text(key));
  }
}
