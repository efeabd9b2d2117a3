package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.List;

/** What an anchor names moves to the anchor's next use, since its own place goes or changes. */
final class MoveDefinition {
  private MoveDefinition() {}

  /** Saves the anchors inside an element that is going to be removed. */
  static List<String> before(Draft draft, Element removed) {
    TextRange gone = new TextRange(removed.start(), removed.end());
    List<AliasUses.Use> outside =
        AliasUses.uses(draft.root()).stream()
            .filter(use -> gone.contains(use.definition().start()))
            .filter(use -> !gone.contains(use.alias().start()))
            .toList();
    List<YamlCursor> moved =
        AliasUses.definedIn(removed.value()).stream()
            .filter(d -> outside.stream().anyMatch(u -> u.definition().node() == d.node()))
            .toList();
    for (YamlCursor definition : moved) {
      boolean nested =
          moved.stream()
              .anyMatch(
                  o -> o.node() != definition.node() && o.range().contains(definition.range()));
      if (!nested) {
        YamlCursor first = firstUse(outside, definition);
        ReplaceNode.into(
            draft, first, Sketch.of(definition, draft.slice().text()), definition.node());
      }
    }
    return moved.stream().map(d -> "&" + d.node().anchor().orElseThrow()).toList();
  }

  /** Makes a node that an anchor names independent of the anchor's uses. */
  static void away(Draft draft, YamlCursor definition) {
    YamlNode copy = AliasUses.withAnchor(AliasUses.strip(definition.node()), definition.node());
    YamlCursor first = firstUse(AliasUses.uses(draft.root()), definition);
    ReplaceNode.into(draft, first, Sketch.of(copy), copy);
    TextRange property = AliasUses.propertyRange(draft.slice(), definition);
    draft.delete(property.start(), property.end());
    draft.planned().replace(definition, AliasUses.withoutAnchor(definition.node()));
    draft.planned().setOrigin(copy, definition.node());
  }

  private static YamlCursor firstUse(List<AliasUses.Use> uses, YamlCursor definition) {
    return uses.stream()
        .filter(use -> use.definition().node() == definition.node())
        .findFirst()
        .orElseThrow()
        .alias();
  }
}
