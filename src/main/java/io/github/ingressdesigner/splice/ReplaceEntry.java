package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.BlockWriter;
import io.github.ingressdesigner.yaml.FlowWriter;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;

/** Another key and value in the place of an entry; the comment behind its end stays. */
final class ReplaceEntry {
  private ReplaceEntry() {}

  static void into(Draft draft, YamlCursor mapping, int index, Field field) {
    Slice slice = draft.slice();
    Element old = new Element(slice, mapping, index);
    YamlHabits habits = YamlHabits.near(mapping, slice.text());
    String text =
        old.inFlow()
            ? new FlowWriter(habits).entry(field, Layout.FLOW, FlowPlaces.lineIndent(slice, old))
            : new BlockWriter(habits).entry(field, old.column());
    draft.replace(old.start(), old.end(), text);
    draft.release(old.start(), old.end());
    draft.planned().replace(mapping.key(index), field.key().toNode());
    draft.planned().replace(mapping.value(index), field.value().toNode());
  }
}
