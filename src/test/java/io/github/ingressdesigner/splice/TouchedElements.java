package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.LineJudge.Side;
import java.util.Map;

/** Which elements an intent may touch, in the text before and in the text after it. */
final class TouchedElements {
  private final Side before;
  private final Side after;
  private final Map<ResourceId, Ingress> ingresses;

  TouchedElements(Side before, Side after, Map<ResourceId, Ingress> ingresses) {
    this.before = before;
    this.after = after;
    this.ingresses = ingresses;
  }

  void of(Intent intent) {
    switch (intent) {
      case Intent.SetHost i -> entry(i.rule(), "host");
      case Intent.SetPath i -> entry(i.path(), "path");
      case Intent.SetPathType i -> entry(i.path(), "pathType");
      case Intent.SetBackend i ->
          both(i.at().path().equals(FieldPath.defaultBackend()) ? i.at() : i.at().key("backend"));
      case Intent.AddHost i ->
          added(new Location(i.ingress(), FieldPath.of("spec", "rules", rules(i.ingress()))));
      case Intent.AddPath i -> added(i.rule().key("http").key("paths").index(i.index()));
      case Intent.SetDefaultBackend i ->
          both(new Location(i.ingress(), FieldPath.defaultBackend()));
      case Intent.Remove i -> removed(i.at());
      case Intent.Duplicate i -> {
        int index = last(i.at());
        after.touch(i.at().parent().index(index + 1));
        after.touchIfInline(i.at(), before);
      }
      case Intent.MovePath i -> moved(i);
      case Intent.MovePaths i -> moved(i);
      case Intent.InsertItems i -> {
        added(i.list().index(i.index()));
        after.touch(i.list().index(i.index() + 1));
      }
      case Intent.Reorder i -> {
        before.touch(i.at());
        after.touch(i.at().parent().index(i.index()));
      }
      case Intent.SetAnnotation i ->
          both(new Location(i.resource(), FieldPath.of("metadata", "annotations", i.key())));
      case Intent.SetName i -> both(new Location(i.resource(), FieldPath.of("metadata", "name")));
      case Intent.SetIngressClass i ->
          both(new Location(i.ingress(), FieldPath.of("spec", "ingressClassName")));
      case Intent.AddTls i ->
          added(
              new Location(
                  i.ingress(), FieldPath.tls(ingresses.get(i.ingress()).spec().tls().size())));
      case Intent.SetTlsSecret i -> entry(i.tls(), "secretName");
      case Intent.SetValue i -> both(i.at());
      case Intent.AddItem i -> both(i.list());
      case Intent.AppendDocument _ -> {}
      case Intent.Together i -> i.intents().forEach(this::of);
      case Intent.EditShared i -> of(i.intent());
      case Intent.Detach i -> of(i.intent());
    }
  }

  private int rules(ResourceId id) {
    return ingresses.get(id).spec().rules().size();
  }

  private static int last(Location at) {
    return ((FieldPath.Index) at.path().elements().getLast()).value();
  }

  private void both(Location at) {
    before.touch(at);
    added(at);
  }

  /** A new element, with the parents that had to be written for it. */
  private void added(Location at) {
    Location newest = Side.newest(at, before);
    after.touch(newest);
    after.touchIfInline(newest, before);
    if (!before.has(newest) || !after.has(newest)) {
      // The key of an empty collection loses its brackets.
      before.touchFirstLine(newest.parent());
      after.touchFirstLine(newest.parent());
    }
  }

  /** An entry that may be the first behind a dash, so that the dash moves to another one. */
  private void entry(Location item, String key) {
    both(item.key(key));
    boolean changesPlace = before.has(item.key(key)) != after.has(item.key(key));
    if (changesPlace) {
      before.touchEntries(item);
      after.touchEntries(item);
    }
  }

  private void removed(Location at) {
    before.touch(at);
    boolean lastPath = IntendedModel.isPath(at.path()) && !after.has(at.parent().parent());
    if (lastPath) {
      Location rule = at.parent().parent().parent();
      before.touch(rule.key("http")).touchFirstLine(rule).touchFirstLine(rule.key("host"));
      after.touchFirstLine(rule).touchFirstLine(rule.key("host"));
    } else if (!after.has(at)) {
      // The key of an emptied collection gets brackets behind it.
      before.touchFirstLine(at.parent());
      after.touchFirstLine(at.parent());
    }
  }

  private void moved(Intent.MovePath i) {
    removed(i.path());
    Location list = i.toRule().key("http").key("paths");
    if (list.equals(i.path().parent())) {
      int from = last(i.path());
      after.touch(list.index(i.index() > from ? i.index() - 1 : i.index()));
    } else {
      added(list.index(i.index()));
    }
  }

  private void moved(Intent.MovePaths i) {
    Location list = i.toRule().key("http").key("paths");
    for (Location path : i.paths()) {
      if (path.parent().equals(list)) {
        before.touch(path);
      } else {
        removed(path);
      }
    }
    int first = i.index();
    for (int k = 0; k < i.index(); k++) {
      first -= i.paths().contains(list.index(k)) ? 1 : 0;
    }
    boolean within = i.paths().stream().anyMatch(path -> path.parent().equals(list));
    for (int k = 0; k < i.paths().size() && within; k++) {
      after.touch(list.index(first + k));
    }
    for (int k = 0; k < i.paths().size() && !within; k++) {
      added(list.index(first + k));
    }
  }
}
