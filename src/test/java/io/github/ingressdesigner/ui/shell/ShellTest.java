package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellTest {
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service: {name: web, port: {number: 80}}
      """;

  @TempDir private Path folder;
  private final Answers answers = new Answers();
  private AppWiring app;
  private Stage stage;

  /** Says what a person would choose. */
  private static final class Answers implements FilePicker {
    private List<Path> open = List.of();
    private Optional<Path> save = Optional.empty();
    private final List<String> proposed = new ArrayList<>();

    @Override
    public List<Path> filesToOpen(Optional<Path> startIn) {
      return open;
    }

    @Override
    public Optional<Path> folderToOpen(Optional<Path> startIn) {
      return open.stream().findFirst();
    }

    @Override
    public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
      proposed.add(name);
      return save;
    }
  }

  @Start
  void start(Stage stage) {
    this.stage = stage;
    app = new AppWiring(stage, Threads.direct(), new Theme(false), Optional.of(answers));
  }

  @Test
  void fileGivenAtTheStartIsShown(FxRobot robot) throws IOException {
    Path file = write("web.yaml", INGRESS);

    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });

    assertThat(stage.getTitle()).startsWith("web.yaml");
    assertThat(robot.lookup("a.example.com").tryQuery()).isPresent();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
