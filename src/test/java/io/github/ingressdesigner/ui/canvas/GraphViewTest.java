package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
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
class GraphViewTest {
  private static final Location API = at(1);
  private Bench bench;
  private AppModel model;
  private GraphView view;

  @Start
  void show(Stage stage) {
    Theme theme = new Theme(false);
    theme.setReducedMotion(true);
    bench = Bench.sample();
    model = new AppModel(bench.workspace, bench.feed, theme, bench);
    bench.onFocus = place -> model.select(place, bench);
    view = new GraphView(model);
    Scene scene = new Scene(new StackPane(view.node()), 680, 608);
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
    view.requestFocus();
  }

  /** A path of the first rule of the sample, by its place in the text. */
  private static Location at(int path) {
    return new Desk(Bench.sample())
        .model.picture().layout().rows().stream()
            .map(row -> row.row().at())
            .filter(
                place -> place.path().toString().equals("spec.rules[0].http.paths[" + path + "]"))
            .findFirst()
            .orElseThrow();
  }

  private Point2D center(Location place) {
    Bounds bounds = view.boundsOnScreen(place).orElseThrow();
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private void select(FxRobot robot, Location place) {
    robot.clickOn(center(place));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static TextField field(FxRobot robot) {
    return robot.lookup("#canvas-field").queryAs(TextField.class);
  }

  private static void retype(FxRobot robot, String text) {
    robot.interact(() -> field(robot).setText(text));
  }

  private static String accessibleText(FxRobot robot) {
    return robot.lookup("#graph").<Node>query().getAccessibleText();
  }

  @Test
  void clickSelectsInAllViewsAndNamesTheElement(FxRobot robot) {
    select(robot, API);
    assertThat(model.selectionProperty().get().at()).contains(API);
    assertThat(accessibleText(robot))
        .isEqualTo("Path /api, Prefix, of shop.example.com, to api:8080");
  }

  @Test
  void enterEditsThePathInPlace(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.ENTER);
    retype(robot, "/v1");
    robot.type(KeyCode.ENTER);
    assertThat(bench.performed).containsExactly(new Intent.SetPath(API, "/v1"));
    assertThat(bench.text()).contains("path: /v1").doesNotContain("path: /api\n");
    assertThat(robot.lookup("#canvas-field").tryQuery()).isEmpty();
  }

  @Test
  void tabGoesFromPathToServiceToPort(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.F2);
    assertThat(field(robot).getText()).isEqualTo("/api");
    robot.type(KeyCode.TAB);
    assertThat(field(robot).getText()).isEqualTo("api");
    robot.type(KeyCode.TAB);
    assertThat(field(robot).getText()).isEqualTo("8080");
  }

  @Test
  void shiftTabGoesBackToThePathType(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.ENTER);
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    ComboBox<String> box = robot.lookup("#canvas-field").queryComboBox();
    robot.interact(() -> box.setValue("Exact"));
    robot.type(KeyCode.ENTER);
    assertThat(bench.performed).containsExactly(new Intent.SetPathType(API, PathType.EXACT));
  }

  @Test
  void refusalStandsAtTheFieldAndChangesNothing(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.ENTER);
    retype(robot, "api");
    robot.type(KeyCode.ENTER);
    assertThat(robot.lookup(".canvas-field-refusal").queryLabeled().getText())
        .isEqualTo("A path begins with \"/\".");
    assertThat(field(robot).isFocused()).isTrue();
    assertThat(bench.performed).isEmpty();
  }

  @Test
  void escapeLeavesTheValue(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.ENTER);
    retype(robot, "/other");
    robot.type(KeyCode.ESCAPE);
    assertThat(bench.performed).isEmpty();
    assertThat(robot.lookup("#graph").<Node>query().isFocused()).isTrue();
  }

  @Test
  void keyRLeadsThePathToABackendChosenByArrows(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.R).type(KeyCode.DOWN);
    String chosen = robot.lookup("#canvas-prompt-target").queryAs(TextField.class).getText();
    assertThat(chosen).isEqualTo("pay:http");
    robot.type(KeyCode.ENTER);
    assertThat(bench.performed).singleElement().isInstanceOf(Intent.SetBackend.class);
    assertThat(view.backendOnScreen("api:8080")).isEmpty();
  }

  @Test
  void enterOnABackendOfSeveralPathsEditsServiceAndPortOfAll(FxRobot robot) {
    Backend web = ServiceBackend.of("web", new Port.Number(80));
    robot.interact(() -> bench.perform(new Intent.SetBackend(API, web)));
    Bounds box = view.backendOnScreen("web:80").orElseThrow();
    robot.clickOn(box.getCenterX(), box.getCenterY()).type(KeyCode.ENTER);
    assertThat(field(robot).getText()).isEqualTo("web:80");
    assertThat(robot.lookup(".canvas-field-hint").queryLabeled().getText())
        .startsWith("Service and port, in 2 places of the text.");
    retype(robot, "shop:81");
    robot.type(KeyCode.TAB);
    assertThat(bench.text().split("name: shop\n")).hasSize(4);
    assertThat(view.backendOnScreen("web:80")).isEmpty();
    assertThat(view.backendOnScreen("shop:81")).isPresent();
    assertThat(robot.lookup("#canvas-field").tryQuery()).isEmpty();
  }

  @Test
  void insertAddsAPathBehindTheSelectedOne(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.INSERT);
    robot.interact(
        () -> robot.lookup("#canvas-prompt-path").queryAs(TextField.class).setText("/cart"));
    robot.type(KeyCode.ENTER);
    assertThat(bench.performed).singleElement().isInstanceOf(Intent.AddPath.class);
    assertThat(bench.text().indexOf("/cart"))
        .isGreaterThan(bench.text().indexOf("path: /api\n"))
        .isLessThan(bench.text().indexOf("/api/v2"));
  }

  @Test
  void deleteRemovesTheSelectedPath(FxRobot robot) {
    select(robot, API);
    robot.type(KeyCode.DELETE);
    assertThat(bench.text()).doesNotContain("path: /api\n");
  }

  /** The Headless platform does not tell the mouse which keys are held. */
  private void controlClick(FxRobot robot, Location place) {
    Node surface = robot.lookup("#graph").query();
    Point2D point = surface.localToScene(surface.screenToLocal(center(place)));
    robot.interact(
        () -> {
          surface.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, point));
          surface.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, point));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at) {
    boolean control = true;
    return new MouseEvent(
        type,
        at.getX(),
        at.getY(),
        at.getX(),
        at.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        control,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  @Test
  void controlClickAndDeleteRemoveSeveralInOneStep(FxRobot robot) {
    select(robot, API);
    controlClick(robot, at(2));
    assertThat(accessibleText(robot)).startsWith("2 elements selected: Path /api/v2");
    robot.type(KeyCode.DELETE);
    assertThat(bench.text()).doesNotContain("path: /api");
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  @Test
  void shiftAndArrowsSelectAndAltRightSetsTheTypeOfAll(FxRobot robot) {
    select(robot, API);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
    assertThat(bench.text().split("pathType: Exact")).hasSize(4);
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  @Test
  void rectangleSelectsAndSeveralMoveToTheHostBelow(FxRobot robot) {
    Bounds first = view.boundsOnScreen(at(2)).orElseThrow();
    Bounds last = view.boundsOnScreen(API).orElseThrow();
    robot.moveTo(first.getMinX() - 6, first.getMinY() - 4).press(MouseButton.PRIMARY);
    robot.moveTo(last.getCenterX() - 20, last.getCenterY() - 6);
    robot.moveTo(last.getCenterX(), last.getCenterY()).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(accessibleText(robot)).startsWith("2 elements selected");
    robot.press(KeyCode.ALT, KeyCode.SHIFT).type(KeyCode.DOWN);
    robot.release(KeyCode.SHIFT, KeyCode.ALT);
    assertThat(bench.performed).singleElement().isInstanceOf(Intent.MovePaths.class);
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  @Test
  void keyRLeadsSeveralPathsToOneBackend(FxRobot robot) {
    select(robot, API);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.R);
    robot.interact(
        () -> robot.lookup("#canvas-prompt-target").queryAs(TextField.class).setText("next:81"));
    robot.type(KeyCode.ENTER);
    assertThat(bench.text().split("name: next\n")).hasSize(3);
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  @Test
  void enterChangesTheServiceOfSeveralAndLeavesTheirPorts(FxRobot robot) {
    select(robot, API);
    controlClick(robot, at(3));
    robot.type(KeyCode.ENTER);
    retype(robot, "both");
    robot.type(KeyCode.ENTER);
    assertThat(view.backendOnScreen("both:8080")).isPresent();
    assertThat(view.backendOnScreen("both:http")).isPresent();
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  @Test
  void cutAndPutMoveSeveralByKeys(FxRobot robot) {
    select(robot, at(2));
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);
    select(robot, tenant());
    robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertThat(bench.performed).singleElement().isInstanceOf(Intent.MovePaths.class);
    robot.interact(bench::undo);
    assertThat(bench.text()).isEqualTo(Bench.sample().text());
  }

  private static Location tenant() {
    return new Desk(Bench.sample()).path("*.example.com", "/").at();
  }

  @Test
  void searchDimsAndGoesOnByKeys(FxRobot robot) {
    select(robot, API);
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.interact(() -> robot.lookup("#graph-search").queryAs(TextField.class).setText("/api"));
    assertThat(robot.lookup("#graph-search-count").queryLabeled().getText())
        .isEqualTo("2 paths match, the rest is dimmed");
    robot.type(KeyCode.F3).type(KeyCode.ENTER);
    assertThat(accessibleText(robot)).startsWith("Path /api/v2");
    assertThat(robot.lookup("#graph").<Node>query().isFocused()).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL).type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#graph-search").<Node>query().isVisible()).isTrue();
    assertThat(robot.lookup(".canvas-search").<Node>query().isVisible()).isFalse();
  }

  @Test
  void dragFromThePortReroutesWhereDragsAreDelivered(FxRobot robot) {
    assumeFaithfulDrags();
    select(robot, API);
    Bounds web = view.backendOnScreen("web:80").orElseThrow();
    robot.moveTo(view.portOnScreen(API).orElseThrow());
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(web.getCenterX(), web.getCenterY());
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(bench.performed).singleElement().isInstanceOf(Intent.SetBackend.class);
    assertThat(view.backendOnScreen("api:8080")).isEmpty();
  }

  /** The Headless platform loses drags that leave the pressed node's place. */
  private static void assumeFaithfulDrags() {
    org.junit.jupiter.api.Assumptions.assumeFalse(
        "Headless".equals(System.getProperty("glass.platform")),
        "skipped: the Headless platform does not deliver drags faithfully");
  }

  @Test
  void brokenTextShowsTheBannerThatLeadsToItsLine(FxRobot robot) {
    robot.interact(() -> bench.type("host: shop.example.com", "host: [shop.example.com"));
    assertThat(robot.lookup("#canvas-banner").<Node>query().isVisible()).isTrue();
    robot.clickOn("#canvas-go-to-error");
    assertThat(bench.revealed).hasSize(1);
    robot.interact(() -> bench.type("host: [shop.example.com", "host: shop.example.com"));
    assertThat(robot.lookup("#canvas-banner").<Node>query().isVisible()).isFalse();
  }

  @Test
  void selectionFromElsewhereIsNotSentBack(FxRobot robot) {
    robot.interact(() -> model.select(API.key("pathType"), "editor"));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.selectionProperty().get().origin()).isEqualTo("editor");
    assertThat(accessibleText(robot)).startsWith("Path /api");
  }
}
