package io.github.ingressdesigner.workspace.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
  private static final Path HOME = Path.of("/home/me");

  @Test
  void linuxFollowsXdg() {
    assertThat(
            AppFolders.of(
                "Linux",
                HOME,
                Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s", "XDG_CACHE_HOME", "/k")))
        .isEqualTo(
            new AppFolders(
                Path.of("/c/ingress-designer"),
                Path.of("/s/ingress-designer"),
                Path.of("/k/ingress-designer")));
  }

  @Test
  void linuxHasDefaultsBelowHome() {
    assertThat(AppFolders.of("Linux", HOME, Map.of()))
        .isEqualTo(
            new AppFolders(
                HOME.resolve(".config/ingress-designer"),
                HOME.resolve(".local/state/ingress-designer"),
                HOME.resolve(".cache/ingress-designer")));
  }

  @Test
  void relativeAndEmptyVariablesAreIgnored() {
    assertThat(
            AppFolders.of(
                "Linux", HOME, Map.of("XDG_CONFIG_HOME", "relative", "XDG_STATE_HOME", "")))
        .isEqualTo(AppFolders.of("Linux", HOME, Map.of()));
  }

  @Test
  void macKeepsItsFilesInTheLibrary() {
    AppFolders folders = AppFolders.of("Mac OS X", HOME, Map.of());
    assertThat(folders.config())
        .isEqualTo(HOME.resolve("Library/Application Support/Ingress Designer"));
    assertThat(folders.cache()).isEqualTo(HOME.resolve("Library/Caches/Ingress Designer"));
  }

  @Test
  void windowsKeepsSettingsRoamingAndTheRestLocal() {
    AppFolders folders =
        AppFolders.of("Windows 11", HOME, Map.of("APPDATA", "/roam", "LOCALAPPDATA", "/local"));
    assertThat(folders.config()).isEqualTo(Path.of("/roam/Ingress Designer"));
    assertThat(folders.state()).isEqualTo(Path.of("/local/Ingress Designer/State"));
  }
}
