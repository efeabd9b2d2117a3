package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.common.Icons;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The way to what the caret stands in: file, resource, section, element; each can be clicked. */
final class Breadcrumb extends HBox {
  /** One step of the way and what a click on it does. */
  record Step(String text, Runnable go) {}

  private List<String> shown = List.of();

  Breadcrumb() {
    getStyleClass().add("editor-crumbs");
    setMinWidth(0);
    HBox.setHgrow(this, Priority.ALWAYS);
  }

  void show(List<Step> steps) {
    getChildren().clear();
    shown = steps.stream().map(Step::text).toList();
    for (int i = 0; i < steps.size(); i++) {
      if (i > 0) {
        getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, 12));
      }
      Step step = steps.get(i);
      Hyperlink link = new Hyperlink(step.text());
      link.getStyleClass().add("editor-crumb");
      if (i == steps.size() - 1 && i > 0) {
        link.getStyleClass().add("last");
      }
      link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      link.setMinWidth(20);
      link.setOnAction(
          event -> {
            link.setVisited(false);
            step.go().run();
          });
      getChildren().add(link);
    }
  }

  List<String> shown() {
    return shown;
  }
}
