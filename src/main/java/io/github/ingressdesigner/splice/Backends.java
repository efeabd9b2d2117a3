package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backends of paths and the default backend; only what differs is written. */
final class Backends {
  private final Planning planning;
  private final FieldWriter writer;

  Backends(Planning planning) {
    this.planning = planning;
    this.writer = new FieldWriter(planning);
  }

  Aim set(Intent.SetBackend intent) {
    Location at = intent.at();
    planning.requireIngress(at.resource());
    boolean isDefault = at.path().equals(FieldPath.defaultBackend());
    Location backend = isDefault ? at : at.key("backend");
    if (!isDefault && !planning.look(at).isFound()) {
      throw Stop.refused("There is no " + at.path() + " in the text.", at);
    }
    set(backend, intent.backend());
    return Aim.at("Route to " + intent.backend().display(), at);
  }

  Aim setDefault(Intent.SetDefaultBackend intent) {
    planning.requireIngress(intent.ingress());
    Location at = new Location(intent.ingress(), FieldPath.defaultBackend());
    set(at, intent.backend());
    return Aim.at("Set the default backend to " + intent.backend().display(), at);
  }

  private void set(Location at, Backend wanted) {
    Way way = planning.locate(at);
    if (!way.isFound() || Fill.isEmpty(way.deepest().node()) || !isMapping(way.deepest())) {
      writer.set(at, likeOthers(at, sketch(wanted)));
      return;
    }
    String key = key(wanted);
    String other = key.equals("service") ? "resource" : "service";
    if (Way.value(way.deepest(), "serviceName").isPresent()
        || Way.value(way.deepest(), "servicePort").isPresent()) {
      Sketch whole = sketch(wanted);
      ReplaceNode.into(planning.draft(at.resource()), way.deepest(), whole, whole.toNode());
      planning.note("The backend had the shape of v1beta1; it has the one of v1 now.");
      return;
    }
    boolean hasKey = Way.value(way.deepest(), key).isPresent();
    int otherIndex = way.deepest().indexOf(other);
    if (!hasKey && otherIndex >= 0) {
      requireSingle(at, way.deepest(), otherIndex);
      ReplaceEntry.into(
          planning.draft(at.resource()),
          way.deepest(),
          otherIndex,
          ((Sketch.Fields) sketch(wanted)).fields().getFirst());
      return;
    }
    if (otherIndex >= 0) {
      writer.remove(at.key(other));
    }
    switch (wanted) {
      case ServiceBackend service -> setService(at.key("service"), service, wanted);
      case ResourceBackend resource -> {
        Location place = at.key("resource");
        if (isMissing(place)) {
          writer.set(place, inner(likeOthers(at, sketch(wanted))));
        } else {
          setOrRemove(place.key("apiGroup"), resource.apiGroup());
          setOrRemove(place.key("kind"), resource.kind());
          setOrRemove(place.key("name"), resource.name());
        }
      }
    }
  }

  private void setService(Location at, ServiceBackend service, Backend wanted) {
    if (isMissing(at)) {
      writer.set(at, inner(likeOthers(at.parent(), sketch(wanted))));
      return;
    }
    setOrRemove(at.key("name"), service.name());
    if (service.port().isEmpty()) {
      writer.remove(at.key("port"));
    } else {
      setPort(at.key("port"), service.port().get());
    }
  }

  private void setPort(Location at, Port port) {
    String key = port instanceof Port.Number ? "number" : "name";
    String other = key.equals("number") ? "name" : "number";
    Way way = planning.locate(at);
    boolean mapping = way.isFound() && isMapping(way.deepest());
    if (!mapping || Fill.isEmpty(way.deepest().node())) {
      writer.set(at, Sketch.fields(List.of(Field.of(key, value(port)))));
      return;
    }
    boolean hasKey = Way.value(way.deepest(), key).isPresent();
    int otherIndex = way.deepest().indexOf(other);
    if (!hasKey && otherIndex >= 0) {
      Field field = Field.of(key, value(port));
      Field old = new Field(Sketch.of(way.deepest().key(otherIndex).node()), field.value());
      requireSingle(at, way.deepest(), otherIndex);
      ReplaceEntry.into(
          planning.draft(at.resource()),
          way.deepest(),
          otherIndex,
          new Field(field.key().like(old.key()), field.value()));
      return;
    }
    if (otherIndex >= 0) {
      writer.remove(at.key(other));
    }
    writer.set(at.key(key), value(port));
  }

  private void requireSingle(Location at, YamlCursor mapping, int index) {
    FieldWriter.requireSingle(
        new Element(planning.draft(at.resource()).slice(), mapping, index), at);
  }

  private void setOrRemove(Location at, Optional<String> value) {
    if (value.isPresent()) {
      writer.set(at, Sketch.text(value.get()));
    } else {
      writer.remove(at);
    }
  }

  /** Whether there is no value yet that parts of could be set. */
  private boolean isMissing(Location at) {
    Way way = planning.look(at);
    return !way.isFound() || !isMapping(way.deepest()) || Fill.isEmpty(way.deepest().node());
  }

  private static boolean isMapping(YamlCursor cursor) {
    return cursor.node() instanceof Mapping;
  }

  private static Sketch inner(Sketch backend) {
    return ((Sketch.Fields) backend).fields().getFirst().value();
  }

  private Sketch likeOthers(Location at, Sketch backend) {
    return new Examples(planning, writer)
        .path(at.resource(), at.path().indexAt(0), at.path().indexAt(1))
        .flatMap(path -> path instanceof Sketch.Fields f ? f.find("backend") : Optional.empty())
        .map(backend::like)
        .orElse(backend);
  }

  private static String key(Backend backend) {
    return switch (backend) {
      case ServiceBackend _ -> "service";
      case ResourceBackend _ -> "resource";
    };
  }

  static Sketch sketch(Backend backend) {
    List<Field> fields = new ArrayList<>();
    switch (backend) {
      case ServiceBackend service -> {
        service.name().ifPresent(name -> fields.add(Field.of("name", Sketch.text(name))));
        service
            .port()
            .ifPresent(
                port -> {
                  String key = port instanceof Port.Number ? "number" : "name";
                  fields.add(Field.of("port", Sketch.fields(List.of(Field.of(key, value(port))))));
                });
      }
      case ResourceBackend resource -> {
        resource
            .apiGroup()
            .ifPresent(group -> fields.add(Field.of("apiGroup", Sketch.text(group))));
        resource.kind().ifPresent(kind -> fields.add(Field.of("kind", Sketch.text(kind))));
        resource.name().ifPresent(name -> fields.add(Field.of("name", Sketch.text(name))));
      }
    }
    return Sketch.fields(List.of(Field.of(key(backend), Sketch.fields(fields))));
  }

  private static Sketch value(Port port) {
    return switch (port) {
      case Port.Number number -> Sketch.number(number.value());
      case Port.Name name -> Sketch.text(name.value());
    };
  }
}
