package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pull, apply, conflict, protected context and undo, as a person does them, on a real server. */
@Tag("ui")
@Tag("cluster")
@ExtendWith(ApplicationExtension.class)
class ClusterTest {
  private static final String HOME = System.getProperty("user.home");

  @TempDir private Path folder;
  private AppWiring app;
  private String namespace;

  @Start
  void start(Stage shared) {
    AppFolders own = new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
    app = new AppWiring(new Stage(), new Surroundings(Threads.direct(), own, Optional.empty()));
  }

  @BeforeEach
  void prepare(FxRobot robot) throws Exception {
    String config = Files.readString(ApiServer.shared().kubeconfig());
    Path kube = Files.createDirectories(folder.resolve("home/.kube"));
    Files.writeString(
        kube.resolve("config"),
        config.replace(
            "- name: nobody\n  context: {cluster: test, user: nobody}",
            "- name: shop-prod\n  context: {cluster: test, user: admin}"));
    System.setProperty("user.home", folder.resolve("home").toString());
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      namespace = Sessions.newNamespace(admin);
    }
    robot.interact(app::show);
  }

  @AfterEach
  void end(FxRobot robot) {
    System.setProperty("user.home", HOME);
    robot.interact(
        () -> {
          app.close();
          app.scene().getWindow().hide();
        });
  }

  private void choose(FxRobot robot, String context) throws Exception {
    KubeContext chosen =
        Sessions.context(folder.resolve("home/.kube/config"), Optional.of(context));
    robot.interact(() -> app.cluster().choose(Optional.of(chosen)));
  }

  private void run(FxRobot robot, String command) {
    robot.interact(() -> app.run(command));
  }

  private Button button(FxRobot robot, String text) {
    return robot
        .lookup(node -> node instanceof Button b && text.equals(b.getText()) && b.isVisible())
        .query();
  }

  private void press(FxRobot robot, String text) {
    robot.interact(() -> button(robot, text).fire());
  }

  private String ingress(String path) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      namespace: %1$s
    spec:
      rules:
      - host: %1$s.example
        http:
          paths:
          - path: %2$s
            pathType: Prefix
            backend:
              service: {name: web, port: {number: 80}}
    """
        .formatted(namespace, path);
  }

  private void open(FxRobot robot, String path) throws Exception {
    Path file = Files.writeString(folder.resolve("web.yaml"), ingress(path));
    robot.interact(() -> app.open(List.of(file)));
  }

  private String kubectl(String... arguments) throws Exception {
    return new Kubectl(ApiServer.shared().kubeconfig()).run("", arguments).text();
  }

  private String paths() throws Exception {
    return kubectl(
        "-n",
        namespace,
        "get",
        "ingress",
        "web",
        "-o",
        "jsonpath={.spec.rules[*].http.paths[*].path}");
  }

  private void create(String path) throws ClusterException {
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      Sessions.create(
          admin,
          KubeKind.INGRESS,
          Optional.of(namespace),
          """
          {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"web"},
           "spec":{"rules":[{"host":"%1$s.example","http":{"paths":[{"path":"%2$s","pathType":"Prefix",
             "backend":{"service":{"name":"web","port":{"number":80}}}}]}}]}}
          """
              .formatted(namespace, path));
    }
  }

  @Test
  void menuListsTheContextsOfTheKubeconfig(FxRobot robot) {
    MenuButton box = robot.lookup(".context-button").queryAs(MenuButton.class);
    assertThat(box.getItems())
        .extracting(MenuItem::getText)
        .contains(folder.resolve("home/.kube/config").toString())
        .anyMatch(text -> text != null && text.startsWith("shop-prod   https://127.0.0.1:"));
  }

  @Test
  void choosingAContextConnectsAndShowsTheVersion(FxRobot robot) throws Exception {
    choose(robot, "admin");
    assertThat(robot.lookup(".context-name").queryLabeled())
        .extracting("text")
        .isEqualTo("admin / default");
    assertThat(robot.lookup(".context-detail").queryLabeled().getText()).startsWith("v1.");
  }

  @Test
  void refusedLoginIsTold(FxRobot robot) throws Exception {
    choose(robot, "stranger");
    assertThat(robot.lookup(".sheet-text").queryLabeled().getText())
        .contains("does not know the login");
    press(robot, "Close");
  }

  @Test
  void pullWritesFilesAndOpensThem(FxRobot robot) throws Exception {
    create("/api");
    choose(robot, "admin");
    run(robot, "pull");
    Path into = folder.resolve("pulled");
    robot.interact(
        () -> {
          List<TextField> fields =
              List.copyOf(robot.lookup(".pull-form .text-field").queryAllAs(TextField.class));
          fields.get(0).setText(namespace);
          fields.get(1).setText(into.toString());
        });
    press(robot, "Read");
    press(robot, "Write");
    Path file = into.resolve(namespace).resolve("ingress-web.yaml");
    assertThat(Files.readString(file)).contains("path: /api");
    assertThat(app.model().workspace().files()).contains(new FileId(file.toString()));
  }

  @Test
  void applyShowsThePreviewAndWritesOnceAgreed(FxRobot robot) throws Exception {
    choose(robot, "admin");
    open(robot, "/api");
    run(robot, "apply");
    assertThat(paths()).contains("NotFound");
    press(robot, "Apply 1 object to admin");
    assertThat(paths()).isEqualTo("/api");
    press(robot, "Close");
  }

  @Test
  void previewTellsWhatRequestsAreRoutedOtherwise(FxRobot robot) throws Exception {
    choose(robot, "admin");
    open(robot, "/api");
    run(robot, "apply");
    assertThat(robot.lookup(".apply-routing .apply-field").queryAll())
        .anyMatch(
            node -> node instanceof Label l && l.getText().contains(namespace + ".example/api"));
  }

  @Test
  void f11ConflictWaitsForAChoice(FxRobot robot) throws Exception {
    Kubectl.Result theirs =
        new Kubectl(ApiServer.shared().kubeconfig())
            .run(
                ingress("/theirs"),
                "apply",
                "--server-side",
                "--field-manager=argocd-controller",
                "-f",
                "-");
    assertThat(theirs.code()).as(theirs.text()).isZero();
    choose(robot, "admin");
    open(robot, "/ours");
    run(robot, "apply");
    assertThat(button(robot, "Apply 1 object to admin").isDisabled()).isTrue();
    robot.interact(
        () ->
            robot
                .lookup(
                    node ->
                        node instanceof RadioButton r
                            && r.getText().equals("Take from argocd-controller"))
                .<RadioButton>query()
                .fire());
    press(robot, "Apply 1 object to admin");
    assertThat(paths()).isEqualTo("/ours");
    press(robot, "Close");
  }

  @Test
  void f6ProtectedContextWaitsForItsName(FxRobot robot) throws Exception {
    choose(robot, "shop-prod");
    open(robot, "/api");
    run(robot, "apply");
    Button apply = button(robot, "Apply 1 object to shop-prod");
    assertThat(apply.isDisabled()).isTrue();
    // a listener that only a weak reference holds would be gone now
    System.gc();
    robot.interact(() -> robot.lookup(".apply-name").queryAs(TextField.class).setText("shop-prod"));
    assertThat(apply.isDisabled()).isFalse();
  }

  @Test
  void undoInAProtectedContextWaitsForItsName(FxRobot robot) throws Exception {
    choose(robot, "admin");
    open(robot, "/api");
    run(robot, "apply");
    press(robot, "Apply 1 object to admin");
    press(robot, "Close");
    choose(robot, "shop-prod");
    run(robot, "writes");
    robot.interact(
        () -> robot.lookup(".writes-list").queryAs(ListView.class).getSelectionModel().select(0));
    press(robot, "Take it back");
    assertThat(button(robot, "Take it back").isDisabled()).isTrue();
    robot.interact(
        () -> robot.lookup(".sheet .text-field").queryAs(TextField.class).setText("shop-prod"));
    press(robot, "Take it back");
    press(robot, "Close");
    assertThat(paths()).contains("NotFound");
  }

  @Test
  void brokenTextIsNeverApplied(FxRobot robot) throws Exception {
    choose(robot, "admin");
    Path file = Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
    robot.interact(() -> app.open(List.of(file)));
    run(robot, "apply");
    assertThat(robot.lookup(".sheet-text").queryLabeled().getText())
        .startsWith("Nothing was sent, because not all open files can be read.");
    press(robot, "Close");
  }

  @Test
  void writeIsTakenBackFromTheJournal(FxRobot robot) throws Exception {
    create("/before");
    choose(robot, "admin");
    open(robot, "/after");
    run(robot, "apply");
    robot.interact(
        () ->
            robot
                .lookup(
                    node -> node instanceof RadioButton r && r.getText().startsWith("Take from "))
                .<RadioButton>query()
                .fire());
    press(robot, "Apply 1 object to admin");
    press(robot, "Close");
    assertThat(paths()).isEqualTo("/after");
    run(robot, "writes");
    robot.interact(
        () -> robot.lookup(".writes-list").queryAs(ListView.class).getSelectionModel().select(0));
    press(robot, "Take it back");
    press(robot, "Take it back");
    press(robot, "Close");
    assertThat(paths()).isEqualTo("/before");
  }
}
