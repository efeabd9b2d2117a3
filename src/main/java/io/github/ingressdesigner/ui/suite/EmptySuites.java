package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Traced;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where the tests would be while there are none: what they are, and the first one. */
final class EmptySuites {
  private final AppModel model;
  private final VBox box = new VBox();
  private final Button first = new Button("", Icons.of(Feather.CHECK_SQUARE, 16));
  private Optional<NewTest> offered = Optional.empty();

  EmptySuites(AppModel model) {
    this.model = model;
    Label title = new Label(Messages.text("suite.empty.title"));
    title.getStyleClass().add("title");
    Label text = new Label(Messages.text("suite.empty.text"));
    text.getStyleClass().add("suite-empty-text");
    text.setWrapText(true);
    first.getStyleClass().add("accent");
    first.setId("suite-first");
    first.setOnAction(event -> offered.ifPresent(model.actions()::createTest));
    box.getStyleClass().add("suite-empty");
    box.getChildren().addAll(title, text, first);
    model.tracedProperty().addListener((property, was, is) -> offer());
    model.snapshotProperty().addListener((property, was, is) -> offer());
    offer();
  }

  Region node() {
    return box;
  }

  /** The request of the tester, else one that the first path would take. */
  private void offer() {
    offered = model.tracedProperty().get().flatMap(EmptySuites::test).or(this::ofFirstPath);
    first.setDisable(offered.isEmpty());
    first.setText(
        offered
            .map(test -> Messages.text("suite.empty.first", test.method(), test.url()))
            .orElseGet(() -> Messages.text("suite.empty.noRoutes")));
  }

  private static Optional<NewTest> test(Traced traced) {
    return NewTest.of(traced.request(), traced.decision().outcome());
  }

  private Optional<NewTest> ofFirstPath() {
    RouteTable routes = model.snapshot().routes();
    return routes.hosts().stream()
        .filter(host -> !host.host().isEmpty() && !host.routes().isEmpty())
        .findFirst()
        .flatMap(
            host -> {
              String url =
                  "https://" + host.host().replace("*", "any") + host.routes().getFirst().path();
              Request request;
              try {
                request = Request.of("GET", url, Map.of());
              } catch (IllegalArgumentException e) {
                return Optional.empty(); // no URL can hold that host or path
              }
              return NewTest.of(request, routes.find(request));
            });
  }
}
