package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What intents mean for the records, written without any knowledge of text. */
final class IntendedModel {
  private final Map<ResourceId, Ingress> ingresses;

  /** What {@link Gestures#COPIED} says. */
  private static final List<HttpPath> COPIED =
      List.of(copied("/copied/one"), copied("/copied/two"));

  private static HttpPath copied(String path) {
    return path(path, PathType.EXACT, Backend.ServiceBackend.of("copy", new Port.Number(81)));
  }

  private IntendedModel(Map<ResourceId, Ingress> ingresses) {
    this.ingresses = new LinkedHashMap<>(ingresses);
  }

  static Map<ResourceId, Ingress> after(Map<ResourceId, Ingress> before, Intent intent) {
    IntendedModel model = new IntendedModel(before);
    model.apply(intent);
    return model.ingresses;
  }

  private void apply(Intent intent) {
    switch (intent) {
      case Intent.SetHost i -> rule(i.rule(), r -> new Rule(i.host(), r.hasHttp(), r.paths()));
      case Intent.SetPath i ->
          path(i.path(), p -> new HttpPath(Optional.of(i.value()), p.pathType(), p.backend()));
      case Intent.SetPathType i ->
          path(
              i.path(),
              p ->
                  new HttpPath(
                      p.path(),
                      Optional.of(i.value()).filter(t -> t != PathType.ABSENT).map(PathType::text),
                      p.backend()));
      case Intent.SetBackend i when i.at().path().equals(FieldPath.defaultBackend()) ->
          spec(i.at().resource(), s -> defaultBackend(s, Optional.of(i.backend())));
      case Intent.SetBackend i ->
          path(i.at(), p -> new HttpPath(p.path(), p.pathType(), Optional.of(i.backend())));
      case Intent.SetDefaultBackend i ->
          spec(i.ingress(), s -> defaultBackend(s, Optional.of(i.backend())));
      case Intent.AddHost i ->
          rules(
              i.ingress(),
              list ->
                  list.add(
                      new Rule(i.host(), true, List.of(path(i.path(), i.type(), i.backend())))));
      case Intent.AddPath i ->
          paths(i.rule(), list -> list.add(i.index(), path(i.path(), i.type(), i.backend())));
      case Intent.Remove i -> remove(i.at());
      case Intent.Duplicate i -> duplicate(i.at());
      case Intent.MovePath i -> move(i);
      case Intent.MovePaths i -> move(i);
      case Intent.InsertItems i ->
          // These are tested with paths that are known beforehand.
          paths(i.list(), list -> list.addAll(Math.min(i.index(), list.size()), COPIED));
      case Intent.Reorder i -> reorder(i.at(), i.index());
      case Intent.SetAnnotation i -> annotations(i.resource(), all -> all.put(i.key(), i.value()));
      case Intent.SetName i ->
          meta(
              i.resource(),
              m ->
                  new ObjectMeta(
                      Optional.of(i.name()),
                      m.namespace(),
                      m.labels(),
                      m.annotations(),
                      m.creationTimestamp()));
      case Intent.SetIngressClass i ->
          spec(i.ingress(), s -> new IngressSpec(i.name(), s.defaultBackend(), s.tls(), s.rules()));
      case Intent.AddTls i ->
          tls(i.ingress(), list -> list.add(new TlsEntry(i.hosts(), i.secretName())));
      case Intent.SetTlsSecret i ->
          tls(
              i.tls().resource(),
              list ->
                  list.set(
                      index(i.tls()),
                      new TlsEntry(list.get(index(i.tls())).hosts(), Optional.of(i.secretName()))));
      case Intent.AppendDocument _, Intent.SetValue _, Intent.AddItem _ -> {}
      case Intent.Together i -> {
        i.intents().stream().filter(p -> !shifts(p)).forEach(this::apply);
        // These are tested with parts of one kind in the order of the text.
        i.intents().reversed().stream().filter(IntendedModel::shifts).forEach(this::apply);
      }
      case Intent.EditShared i -> apply(i.intent());
      case Intent.Detach i -> apply(i.intent());
    }
  }

  private static boolean shifts(Intent part) {
    return part instanceof Intent.Remove || part instanceof Intent.Duplicate;
  }

  private static HttpPath path(String path, PathType type, Backend backend) {
    return new HttpPath(Optional.of(path), Optional.of(type.text()), Optional.of(backend));
  }

  private static IngressSpec defaultBackend(IngressSpec spec, Optional<Backend> backend) {
    return new IngressSpec(spec.ingressClassName(), backend, spec.tls(), spec.rules());
  }

  private static int index(Location at) {
    return at.path().indexAt(0);
  }

  static boolean isRule(FieldPath path) {
    return path.equals(FieldPath.rule(path.indexAt(0)));
  }

  static boolean isPath(FieldPath path) {
    return path.equals(FieldPath.path(path.indexAt(0), path.indexAt(1)));
  }

  private void remove(Location at) {
    FieldPath path = at.path();
    if (isPath(path)) {
      removePath(at);
    } else if (isRule(path)) {
      rules(at.resource(), list -> list.remove(index(at)));
    } else if (path.equals(FieldPath.tls(index(at)))) {
      tls(at.resource(), list -> list.remove(index(at)));
    } else if (path.equals(FieldPath.defaultBackend())) {
      spec(at.resource(), s -> defaultBackend(s, Optional.empty()));
    } else {
      String key = ((FieldPath.Key) path.elements().getLast()).name();
      annotations(at.resource(), all -> all.remove(key));
    }
  }

  /** The last path of a rule takes the rule's http with it. */
  private void removePath(Location at) {
    rule(
        at,
        r -> {
          List<HttpPath> paths = new ArrayList<>(r.paths());
          paths.remove(at.path().indexAt(1));
          return new Rule(r.host(), !paths.isEmpty(), paths);
        });
  }

  private void duplicate(Location at) {
    if (isPath(at.path())) {
      int index = at.path().indexAt(1);
      paths(at, list -> list.add(index + 1, list.get(index)));
    } else if (isRule(at.path())) {
      rules(at.resource(), list -> list.add(index(at) + 1, list.get(index(at))));
    } else {
      tls(at.resource(), list -> list.add(index(at) + 1, list.get(index(at))));
    }
  }

  private void reorder(Location at, int to) {
    if (isPath(at.path())) {
      paths(at, list -> list.add(to, list.remove(at.path().indexAt(1))));
    } else if (isRule(at.path())) {
      rules(at.resource(), list -> list.add(to, list.remove(index(at))));
    } else {
      tls(at.resource(), list -> list.add(to, list.remove(index(at))));
    }
  }

  private void move(Intent.MovePath i) {
    int from = i.path().path().indexAt(1);
    boolean sameRule =
        i.path().resource().equals(i.toRule().resource()) && index(i.path()) == index(i.toRule());
    HttpPath moved =
        ingresses.get(i.path().resource()).spec().rules().get(index(i.path())).paths().get(from);
    if (sameRule) {
      reorder(i.path(), i.index() > from ? i.index() - 1 : i.index());
    } else {
      paths(i.toRule(), list -> list.add(i.index(), moved));
      removePath(i.path());
    }
  }

  private void move(Intent.MovePaths i) {
    Map<Location, HttpPath> moved = new LinkedHashMap<>();
    i.paths().forEach(at -> moved.put(at, entry(at)));
    List<HttpPath> behind =
        new ArrayList<>(
            ingresses.get(i.toRule().resource()).spec().rules().get(index(i.toRule())).paths());
    int before = 0;
    for (int k = 0; k < Math.min(i.index(), behind.size()); k++) {
      before += moved.containsKey(i.toRule().key("http").key("paths").index(k)) ? 0 : 1;
    }
    int place = before;
    i.paths().stream()
        .sorted(java.util.Comparator.comparing(at -> -at.path().indexAt(1)))
        .forEach(
            at -> {
              if (at.parent().equals(i.toRule().key("http").key("paths"))) {
                paths(at, list -> list.remove(at.path().indexAt(1)));
              } else {
                removePath(at);
              }
            });
    paths(i.toRule(), list -> list.addAll(place, moved.values()));
  }

  private HttpPath entry(Location at) {
    return ingresses
        .get(at.resource())
        .spec()
        .rules()
        .get(index(at))
        .paths()
        .get(at.path().indexAt(1));
  }

  private interface Change<T> {
    void to(T mutable);
  }

  private void rule(Location at, UnaryOperator<Rule> change) {
    rules(at.resource(), list -> list.set(index(at), change.apply(list.get(index(at)))));
  }

  private void path(Location at, UnaryOperator<HttpPath> change) {
    int index = at.path().indexAt(1);
    paths(at, list -> list.set(index, change.apply(list.get(index))));
  }

  private void paths(Location at, Change<List<HttpPath>> change) {
    rule(
        at,
        r -> {
          List<HttpPath> paths = new ArrayList<>(r.paths());
          change.to(paths);
          return new Rule(r.host(), true, paths);
        });
  }

  private void rules(ResourceId id, Change<List<Rule>> change) {
    spec(
        id,
        s -> {
          List<Rule> rules = new ArrayList<>(s.rules());
          change.to(rules);
          return new IngressSpec(s.ingressClassName(), s.defaultBackend(), s.tls(), rules);
        });
  }

  private void tls(ResourceId id, Change<List<TlsEntry>> change) {
    spec(
        id,
        s -> {
          List<TlsEntry> tls = new ArrayList<>(s.tls());
          change.to(tls);
          return new IngressSpec(s.ingressClassName(), s.defaultBackend(), tls, s.rules());
        });
  }

  private void spec(ResourceId id, UnaryOperator<IngressSpec> change) {
    Ingress old = ingresses.get(id);
    ingresses.put(id, new Ingress(old.apiVersion(), old.meta(), change.apply(old.spec())));
  }

  private void meta(ResourceId id, UnaryOperator<ObjectMeta> change) {
    Ingress old = ingresses.get(id);
    ingresses.put(id, new Ingress(old.apiVersion(), change.apply(old.meta()), old.spec()));
  }

  private void annotations(ResourceId id, Change<Map<String, String>> change) {
    meta(
        id,
        m -> {
          Map<String, String> all = new LinkedHashMap<>(m.annotations());
          change.to(all);
          return new ObjectMeta(m.name(), m.namespace(), m.labels(), all, m.creationTimestamp());
        });
  }
}
