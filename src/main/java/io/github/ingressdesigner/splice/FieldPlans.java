package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;

/** Intents that set one value. */
final class FieldPlans {
  private final Planning planning;
  private final FieldWriter writer;
  private final Examples examples;

  FieldPlans(Planning planning) {
    this.planning = planning;
    this.writer = new FieldWriter(planning);
    this.examples = new Examples(planning, writer);
  }

  Aim setHost(Intent.SetHost intent) {
    Location rule = intent.rule();
    planning.requireIngress(rule.resource());
    requireFound(rule);
    Location host = rule.key("host");
    if (intent.host().isEmpty()) {
      writer.remove(host);
      return Aim.at("Let the rule take every host", rule);
    }
    Sketch value = Sketch.text(intent.host().get());
    Optional<Sketch> example = examples.host(rule.resource(), rule.path().indexAt(0));
    writer.set(host, example.map(value::like).orElse(value));
    return Aim.at("Set host " + intent.host().get(), rule);
  }

  Aim setPath(Intent.SetPath intent) {
    Location path = intent.path();
    planning.requireIngress(path.resource());
    requireFound(path);
    setLikeNeighbour(path, "path", intent.value());
    return Aim.at("Set path " + intent.value(), path);
  }

  Aim setPathType(Intent.SetPathType intent) {
    Location path = intent.path();
    planning.requireIngress(path.resource());
    requireFound(path);
    switch (intent.value()) {
      case EXACT, PREFIX, IMPLEMENTATION_SPECIFIC ->
          setLikeNeighbour(path, "pathType", intent.value().text());
      case ABSENT -> writer.remove(path.key("pathType"));
      case UNKNOWN ->
          throw Stop.refused(
              "This is no pathType. Choose Exact, Prefix or ImplementationSpecific.", path);
    }
    return Aim.at(
        intent.value() == PathType.ABSENT
            ? "Remove the path type"
            : "Set path type " + intent.value().text(),
        path);
  }

  /** In the quotes that the same key has in the nearest other path. */
  private void setLikeNeighbour(Location path, String key, String text) {
    FieldPath place = path.path();
    Sketch value = Sketch.text(text);
    Sketch styled =
        examples
            .path(path.resource(), place.indexAt(0), place.indexAt(1))
            .flatMap(e -> e instanceof Sketch.Fields f ? f.find(key) : Optional.empty())
            .map(value::like)
            .orElse(value);
    writer.set(path.key(key), styled);
  }

  Aim setAnnotation(Intent.SetAnnotation intent) {
    planning.requireEditable(intent.resource());
    Location all = new Location(intent.resource(), FieldPath.of("metadata", "annotations"));
    Location at = all.key(intent.key());
    Style style = intent.value().contains("\n") ? Style.LITERAL : Style.PLAIN;
    Sketch value = new Sketch.Text(Sketch.Props.NONE, intent.value(), style);
    writer.set(at, style == Style.PLAIN ? likeLastValue(all, value) : value);
    return Aim.at("Set annotation " + intent.key(), at);
  }

  private Sketch likeLastValue(Location mapping, Sketch value) {
    Way way = planning.look(mapping);
    if (!way.isFound() || way.deepest().entries().isEmpty()) {
      return value;
    }
    YamlCursor all = way.deepest();
    return value.like(Sketch.of(all.value(all.entries().size() - 1).node()));
  }

  Aim setName(Intent.SetName intent) {
    planning.requireEditable(intent.resource());
    Location at = new Location(intent.resource(), FieldPath.of("metadata", "name"));
    writer.set(at, Sketch.text(intent.name()));
    return Aim.at("Rename to " + intent.name(), Location.of(intent.resource()));
  }

  Aim setClass(Intent.SetIngressClass intent) {
    planning.requireIngress(intent.ingress());
    Location at = new Location(intent.ingress(), FieldPath.of("spec", "ingressClassName"));
    if (intent.name().isEmpty()) {
      writer.remove(at);
      return Aim.at("Remove the ingress class", Location.of(intent.ingress()));
    }
    writer.set(at, Sketch.text(intent.name().get()));
    return Aim.at("Set ingress class " + intent.name().get(), Location.of(intent.ingress()));
  }

  Aim setTlsSecret(Intent.SetTlsSecret intent) {
    planning.requireIngress(intent.tls().resource());
    requireFound(intent.tls());
    Location at = intent.tls().key("secretName");
    Sketch value = Sketch.text(intent.secretName());
    int entry = intent.tls().path().indexAt(0);
    Sketch styled =
        writer
            .example(intent.tls().parent(), entry > 0 ? entry : entry + 2)
            .flatMap(e -> e instanceof Sketch.Fields f ? f.find("secretName") : Optional.empty())
            .map(value::like)
            .orElse(value);
    writer.set(at, styled);
    return Aim.at("Set TLS secret " + intent.secretName(), intent.tls());
  }

  private void requireFound(Location at) {
    if (!planning.look(at).isFound()) {
      throw Stop.refused("There is no " + at.path() + " in the text.", at);
    }
  }
}
