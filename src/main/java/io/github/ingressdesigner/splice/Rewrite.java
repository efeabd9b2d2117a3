package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.BlockWriter;
import io.github.ingressdesigner.yaml.FlowWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Fields;
import io.github.ingressdesigner.yaml.Sketch.Items;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.List;

/**
 * The second rung: writes the smallest list or mapping around all changes anew, where splicing it
 * did not give what was planned.
 */
final class Rewrite {
  private Rewrite() {}

  /** Replaces the edits of the draft; gives the comments that go. */
  static List<String> of(Draft draft) {
    NodePath path = draft.planned().touched();
    YamlCursor old = path.cursor(draft.root());
    while (Element.count(old) == 0 && old.parent().isPresent()) {
      old = old.parent().get();
    }
    YamlNode planned = at(draft.planned().build(draft.tree().root()), NodePath.of(old));
    Slice slice = draft.slice();
    YamlHabits habits = YamlHabits.near(old, slice.text());
    int from = old.valueRange().start();
    int to = Math.max(from, old.range().end());
    Sketch sketch = Sketch.of(AliasUses.withoutAnchor(planned));
    int column = slice.column(from);
    String text =
        switch (sketch) {
          case Fields f when f.layout() == Layout.BLOCK && !f.fields().isEmpty() ->
              new BlockWriter(habits).entries(f, column);
          case Items s when s.layout() == Layout.BLOCK && !s.items().isEmpty() ->
              new BlockWriter(habits).items(s, column);
          case Fields _, Items _, Sketch.Text _, Sketch.Bare _, Sketch.Link _ ->
              new FlowWriter(habits).write(sketch, Layout.FLOW, column);
        };
    List<String> comments = CommentOwners.in(slice, draft.root(), from, to);
    draft.clearEdits();
    draft.replace(from, to, text);
    draft.release(from, to);
    return comments;
  }

  private static YamlNode at(YamlNode root, NodePath path) {
    YamlNode node = root;
    for (int slot : path.slots()) {
      node =
          switch (node) {
            case YamlNode.Mapping m ->
                slot % 2 == 0 ? m.entries().get(slot / 2).key() : m.entries().get(slot / 2).value();
            case YamlNode.Sequence s -> s.items().get(slot / 2).node();
            case YamlNode.Scalar _, YamlNode.Alias _ ->
                throw new IllegalStateException("path " + path + " leads through a scalar");
          };
    }
    return node;
  }
}
