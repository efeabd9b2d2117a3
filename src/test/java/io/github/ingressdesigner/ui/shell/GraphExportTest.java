package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
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
class GraphExportTest {
  @TempDir private Path folder;
  private Optional<Path> chosen = Optional.empty();
  private AppWiring app;

  @Start
  void start(Stage shared) {
    FilePicker picker =
        new FilePicker() {
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
            return chosen;
          }
        };
    Stage stage = new Stage();
    app =
        new AppWiring(
            stage,
            new Surroundings(
                Threads.direct(), new AppFolders(folder, folder, folder), Optional.of(picker)));
    app.openSample();
    app.show();
  }

  @Test
  void graphIsSavedAsSvg(FxRobot robot) throws Exception {
    chosen = Optional.of(folder.resolve("shop.svg"));
    robot.interact(() -> app.run("exportSvg"));
    assertThat(Files.readString(chosen.get())).startsWith("<svg ").contains("shop.example.com");
  }

  @Test
  void graphIsSavedAsPng(FxRobot robot) {
    chosen = Optional.of(folder.resolve("shop.png"));
    robot.interact(() -> app.run("exportPng"));
    Image image = new Image(chosen.get().toUri().toString());
    assertThat(image.isError()).isFalse();
    assertThat(image.getWidth()).isGreaterThan(1_000);
  }

  @Test
  void nothingIsSavedWithoutAName(FxRobot robot) {
    robot.interact(() -> app.run("exportSvg"));
    assertThat(folder.resolve("shop.svg")).doesNotExist();
  }
}
