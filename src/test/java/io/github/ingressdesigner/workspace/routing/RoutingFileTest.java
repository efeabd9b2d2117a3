package io.github.ingressdesigner.workspace.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingFileTest {
  private final RoutingFile files = new RoutingFile(new FileStore());

  @TempDir Path folder;

  @Test
  void theNearestFileUpToTheRepositoryCounts() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("repo/deploy/prod"));
    Files.createDirectory(folder.resolve("repo/.git"));
    Files.writeString(folder.resolve(RoutingFile.NAME), "controller: kong\n");
    assertThat(RoutingFile.find(inner)).isEmpty();

    Path file = folder.resolve("repo").resolve(RoutingFile.NAME);
    Files.writeString(file, "controller: traefik\n");
    assertThat(RoutingFile.find(inner)).contains(file);
    assertThat(files.load(file).controller()).contains("traefik");
  }

  @Test
  void savedSettingsAreLoadedAgain() throws Exception {
    Path file = folder.resolve(RoutingFile.NAME);
    RoutingSettings settings =
        new RoutingSettings(
            Optional.of("kong"), Map.of("kong", DialectConfig.of("router_flavor", "traditional")));
    files.save(file, settings);
    assertThat(files.load(file)).isEqualTo(settings);
  }

  @Test
  void aBrokenFileIsNotOverwritten() throws Exception {
    Path file = Files.writeString(folder.resolve(RoutingFile.NAME), "controller: [kong\n");
    assertThatThrownBy(() -> files.save(file, RoutingSettings.NONE))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("line ");
    assertThat(file).hasContent("controller: [kong\n");
  }
}
