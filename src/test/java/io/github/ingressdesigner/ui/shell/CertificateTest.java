package io.github.ingressdesigner.ui.shell;

import static io.github.ingressdesigner.ui.shell.WindowBench.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.tls.TestCertificates;
import io.github.ingressdesigner.tls.TestCertificates.Made;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
import org.testfx.util.WaitForAsyncUtils;

/** Giving a host its certificate, from good and bad files and by cert-manager. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CertificateTest {
  private static final String TEXT =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: nginx
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service: {name: web, port: {number: 80}}
      ---
      apiVersion: cert-manager.io/v1
      kind: ClusterIssuer
      metadata:
        name: letsencrypt
      """;

  private static final Made AUTHORITY = TestCertificates.authority("Root");

  @TempDir private Path folder;
  private Path file;
  private AppWiring app;

  @Start
  void start(Stage shared) {
    app = WindowBench.window(new Stage(), folder, Optional.of(new Picker()));
  }

  private final class Picker implements FilePicker {
    @Override
    public List<Path> filesToOpen(Optional<Path> startIn) {
      return List.of();
    }

    @Override
    public Optional<Path> folderToOpen(Optional<Path> startIn) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
      return Optional.of(folder.resolve(name));
    }
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    file = Files.writeString(folder.resolve("web.yaml"), TEXT);
    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.T);
    await(() -> robot.lookup(".certificate").tryQuery().isPresent());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private String text() {
    return app.model().workspace().text(new FileId(file.toString())).string();
  }

  private static Made made(String host) {
    Instant now = Instant.now();
    return TestCertificates.server(
        AUTHORITY, now.minus(1, ChronoUnit.DAYS), now.plus(90, ChronoUnit.DAYS), host);
  }

  private void give(FxRobot robot, Made made) throws Exception {
    Path certificate = Files.writeString(folder.resolve("tls.crt"), made.pem());
    Path key = Files.writeString(folder.resolve("tls.key"), made.keyPem());
    robot.interact(
        () -> {
          robot
              .lookup("#certificate-file")
              .queryAs(TextField.class)
              .setText(certificate.toString());
          robot.lookup("#certificate-key").queryAs(TextField.class).setText(key.toString());
        });
  }

  private static List<String> findings(FxRobot robot) {
    return robot.lookup(".certificate-finding").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }

  private static Button button(FxRobot robot, String text) {
    return robot.lookup(".sheet .button").match((Button b) -> b.getText().equals(text)).query();
  }

  @Test
  void aGoodCertificateMakesTheEntry(FxRobot robot) throws Exception {
    assertThat(button(robot, "Write TLS entry").isDisabled()).isTrue();
    give(robot, made("a.example.com"));
    assertThat(findings(robot).getFirst()).startsWith("It covers a.example.com, until ");

    robot.clickOn(button(robot, "Write TLS entry"));

    await(() -> text().contains("secretName: a-example-com-tls"));
    assertThat(text()).contains("- a.example.com\n");
  }

  @Test
  void aCertificateForAnotherHostIsTold(FxRobot robot) throws Exception {
    give(robot, made("b.example.com"));
    assertThat(findings(robot)).anyMatch(text -> text.contains("does not cover a.example.com"));
    assertThat(button(robot, "Write TLS entry").isDisabled()).isTrue();
  }

  @Test
  void aKeyOfAnotherCertificateCannotBeSaved(FxRobot robot) throws Exception {
    give(robot, made("a.example.com"));
    Path other = Files.writeString(folder.resolve("other.key"), made("a.example.com").keyPem());
    robot.interact(
        () -> robot.lookup("#certificate-key").queryAs(TextField.class).setText(other.toString()));
    assertThat(findings(robot)).anyMatch(text -> text.startsWith("The key is not that of"));
    assertThat(button(robot, "Save Secret to a file\u2026").isDisabled()).isTrue();
  }

  @Test
  void aFileThatIsMissingIsNamed(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#certificate-file").queryAs(TextField.class).setText("/nowhere/x.crt"));
    assertThat(findings(robot)).singleElement().asString().contains("/nowhere/x.crt");
  }

  @Test
  void theSecretIsWrittenForItsOwnerOnly(FxRobot robot) throws Exception {
    give(robot, made("a.example.com"));
    robot.clickOn(button(robot, "Save Secret to a file\u2026"));
    WaitForAsyncUtils.waitForFxEvents();

    Path secret = folder.resolve("a-example-com-tls.yaml");
    assertThat(Files.readString(secret)).contains("type: kubernetes.io/tls").contains("tls.key:");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }

  @Test
  void theCommandNamesTheFiles(FxRobot robot) throws Exception {
    give(robot, made("a.example.com"));
    robot.clickOn(button(robot, "Copy kubectl command"));
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .startsWith("kubectl create secret tls a-example-com-tls --cert=")
        .doesNotContain("PRIVATE");
  }

  @Test
  void certManagerNeedsAnIssuerAndMakesAnnotationAndEntryInOneStep(FxRobot robot)
      throws TimeoutException {
    robot.clickOn(
        robot
            .lookup(".certificate .toggle-button")
            .match((ToggleButton b) -> b.getText().equals("cert-manager"))
            .<ToggleButton>query());
    ComboBox<?> issuer = robot.lookup("#certificate-issuer").queryAs(ComboBox.class);
    assertThat(issuer.getEditor().getText()).isEqualTo("letsencrypt");

    robot.clickOn(button(robot, "Write TLS entry"));

    await(() -> text().contains("cert-manager.io/cluster-issuer: letsencrypt"));
    assertThat(text()).contains("secretName: a-example-com-tls");
    robot.interact(() -> app.run("undo"));
    assertThat(text()).isEqualTo(TEXT);
  }
}
