package io.github.ingressdesigner.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class HelpViewTest {
  private HelpView view;

  @Start
  void start(Stage stage) {
    view = new HelpView(Runnable::run, Runnable::run);
    view.show("path-types");
    stage.setScene(new Scene(view.node(), 900, 600));
    stage.show();
  }

  private static Set<String> verdicts(FxRobot robot) {
    return robot.lookup(".help-try-answer").queryAllAs(Label.class).stream()
        .map(Node::getAccessibleText)
        .collect(Collectors.toSet());
  }

  @Test
  void aPathCanBeTriedOnAllControllers(FxRobot robot) {
    assertThat(verdicts(robot))
        .contains("HAProxy Ingress 0.17: does not match", "Traefik 3.7: matches");

    TextField request =
        robot
            .lookup(".help-try .text-field")
            .match((TextField f) -> f.getText().equals("/apiary"))
            .query();
    robot.interact(() -> request.setText("/api/v1"));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(verdicts(robot)).noneMatch(verdict -> verdict.endsWith("does not match"));
  }

  @Test
  void aLinkIsFollowedAndBackLeadsBack(FxRobot robot) {
    robot.interact(() -> view.show("ingress"));
    robot.interact(
        () ->
            robot
                .lookup(".help-link")
                .match((Hyperlink l) -> l.getText().equals("Secret"))
                .<Hyperlink>query()
                .fire());
    assertThat(robot.lookup(".help-scroll").query().getAccessibleText()).isEqualTo("TLS");

    robot.clickOn(".help-head .button");

    assertThat(robot.lookup(".help-scroll").query().getAccessibleText())
        .isEqualTo("What an Ingress is");
  }

  @Test
  void aSearchShowsThePagesThatHoldTheWords(FxRobot robot) {
    robot.clickOn(".help-head .text-field").write("wildcard certificate");
    List<?> found = robot.lookup(".help-list-view").queryListView().getItems();
    assertThat(found).isNotEmpty();
    robot.push(KeyCode.ENTER);
    assertThat(robot.lookup(".help-scroll").query().getAccessibleText())
        .isEqualTo(((HelpPage) found.getFirst()).title());
  }
}
