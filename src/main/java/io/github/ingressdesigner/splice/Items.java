package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.Optional;

/** Elements of a list, to be put somewhere else as they are. */
final class Items {
  private Items() {}

  /** The element with its comments, for another place of the same document. */
  static Content moved(Element element, Optional<Sketch> example) {
    Sketch sketch = Sketch.of(element.value(), element.slice().text());
    YamlNode node = element.value().node();
    return element.inFlow()
        ? new Content.Fresh(Optional.empty(), example.map(sketch::like).orElse(sketch), node)
        : new Content.Copied(ItemText.of(element, true), sketch, node);
  }

  /** The element for another document: what its aliases stand for is written out. */
  static Content sent(Element element, Optional<Sketch> example) {
    YamlNode node = element.value().node();
    boolean plain = AliasUses.definedIn(element.value()).isEmpty() && !AliasUses.hasAlias(node);
    if (plain) {
      return moved(element, example);
    }
    Sketch sketch = Sketch.of(AliasUses.inlined(element.value()));
    return Content.Fresh.item(example.map(sketch::like).orElse(sketch));
  }

  /** A second one of the same list: without anchors, which would capture the aliases below. */
  static Content copy(Element element) {
    YamlNode node = AliasUses.strip(element.value().node());
    Sketch original = Sketch.of(element.value(), element.slice().text());
    Sketch sketch = Sketch.of(node).like(original);
    return element.inFlow()
        ? new Content.Fresh(Optional.empty(), sketch, node)
        : new Content.Copied(ItemText.withoutAnchors(element, false), sketch, node);
  }
}
