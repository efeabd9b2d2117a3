package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.yaml.Sketch;
import java.util.Optional;

/** Intents that move elements, within a list or to another one. */
final class MovePlans {
  private final Planning planning;
  private final FieldWriter writer;
  private final Examples examples;

  MovePlans(Planning planning) {
    this.planning = planning;
    this.writer = new FieldWriter(planning);
    this.examples = new Examples(planning, writer);
  }

  Aim reorder(Intent.Reorder intent) {
    Location at = intent.at();
    planning.requireEditable(at.resource());
    Element element = planning.locatePlace(at);
    if (!element.isItem()) {
      throw Stop.refused("Only elements of a list have an order.", at);
    }
    planning.locate(at.parent());
    int last = Element.count(element.parent()) - 1;
    int index = Math.clamp(intent.index(), 0, last);
    moveWithin(at.resource(), element, index > element.index() ? index + 1 : index);
    return Aim.at("Move " + at.path() + " to place " + (index + 1), at.parent().index(index));
  }

  /**
   * Moves before another element of the same list; its own place and the one below mean to stay.
   */
  private void moveWithin(ResourceId resource, Element element, int before) {
    if (before == element.index() || before == element.index() + 1) {
      return;
    }
    Draft draft = planning.draft(resource);
    Insert.into(draft, element.parent(), before, Items.moved(element, Optional.empty()));
    Remove.from(draft, element);
  }

  Aim movePath(Intent.MovePath intent) {
    Location from = intent.path();
    Location toRule = intent.toRule();
    planning.requireIngress(from.resource());
    planning.requireIngress(toRule.resource());
    if (!planning.look(toRule).isFound()) {
      throw Stop.refused("There is no " + toRule.path() + " in the text.", toRule);
    }
    Location list = toRule.key("http").key("paths");
    Element element = planning.locatePlace(from);
    String label = "Move " + from.path() + " to " + toRule.path();
    Way target = planning.look(list);
    boolean sameList = target.isFound() && target.deepest().node() == element.parent().node();
    if (sameList) {
      int last = Element.count(element.parent());
      int before = Math.clamp(intent.index(), 0, last);
      planning.locate(list);
      moveWithin(from.resource(), element, before);
      return Aim.at(label, list.index(before > element.index() ? before - 1 : before));
    }
    boolean sameDocument =
        from.resource().document().equals(toRule.resource().document())
            && from.resource().file().equals(toRule.resource().file());
    Optional<Sketch> example =
        examples.path(toRule.resource(), toRule.path().indexAt(0), intent.index());
    Content content = sameDocument ? Items.moved(element, example) : Items.sent(element, example);
    planning.locate(from.parent());
    int at = writer.insert(list, intent.index(), content);
    new ListPlans(planning).removeElement(from, !sameDocument);
    return Aim.at(label, list.index(at));
  }
}
