package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.intent.Value;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Field;
import java.util.Optional;

/** Intents about documents that are no resources: their values stand in the manner of others. */
final class ValuePlans {
  private final Planning planning;
  private final FieldWriter writer;

  ValuePlans(Planning planning) {
    this.planning = planning;
    this.writer = new FieldWriter(planning);
  }

  Aim set(Intent.SetValue intent) {
    Location at = intent.at();
    Sketch value = sketch(intent.value());
    Way way = planning.look(at);
    Optional<Sketch> example = way.isFound() ? writer.example(at) : last(at.parent());
    writer.set(at, example.map(value::like).orElse(value));
    return Aim.at(intent.label(), at);
  }

  /** How the last value of a mapping is written. */
  private Optional<Sketch> last(Location mapping) {
    return writer
        .example(mapping)
        .flatMap(e -> e instanceof Sketch.Fields f ? Optional.of(f) : Optional.empty())
        .filter(f -> !f.fields().isEmpty())
        .map(f -> f.fields().getLast().value());
  }

  Aim add(Intent.AddItem intent) {
    Sketch value = sketch(intent.value());
    Optional<Sketch> example = writer.example(intent.list(), Integer.MAX_VALUE);
    int at =
        writer.insert(
            intent.list(),
            Integer.MAX_VALUE,
            Content.Fresh.item(example.map(value::like).orElse(value)));
    return Aim.at(intent.label(), intent.list().index(at));
  }

  private static Sketch sketch(Value value) {
    return switch (value) {
      case Value.Text text -> Sketch.text(text.value());
      case Value.Bare bare -> new Sketch.Bare(Sketch.Props.NONE, bare.text());
      case Value.Fields fields ->
          Sketch.fields(
              fields.fields().stream().map(f -> Field.of(f.key(), sketch(f.value()))).toList());
      case Value.Items items ->
          Sketch.items(items.items().stream().map(ValuePlans::sketch).toList());
    };
  }
}
