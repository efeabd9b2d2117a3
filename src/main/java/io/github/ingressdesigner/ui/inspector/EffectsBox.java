package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The annotations that change how requests to an element are routed, each with what it does. */
final class EffectsBox {
  private final Context context;
  private final VBox node = new VBox();

  EffectsBox(Context context) {
    this.context = context;
    node.getStyleClass().add("inspector-part");
  }

  Region node() {
    return node;
  }

  /**
   * @param places the element and those that hold it
   */
  void show(List<Location> places) {
    List<Effect> effects =
        context.model().snapshot().routes().effects().stream()
            .filter(effect -> places.contains(effect.affects()))
            .toList();
    Label head = new Label(Messages.text("inspector.effects"));
    head.getStyleClass().add("inspector-head");
    node.getChildren().setAll(head);
    if (effects.isEmpty()) {
      node.getChildren().add(Parts.text(Messages.text("inspector.effects.none"), "small-text"));
    }
    for (Effect effect : effects) {
      Hyperlink link = new Hyperlink(effect.label());
      link.getStyleClass().add("inspector-link");
      link.setOnAction(event -> context.model().select(effect.annotation(), "inspector link"));
      node.getChildren().add(new VBox(link, Parts.text(effect.sentence(), "small-text")));
    }
  }
}
