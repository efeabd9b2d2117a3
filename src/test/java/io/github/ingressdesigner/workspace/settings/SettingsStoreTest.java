package io.github.ingressdesigner.workspace.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.ingressdesigner.workspace.settings.Settings.Recent;
import io.github.ingressdesigner.workspace.settings.Settings.Session;
import io.github.ingressdesigner.workspace.settings.Settings.ThemeChoice;
import io.github.ingressdesigner.workspace.settings.Settings.WindowBounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SettingsStoreTest {
  @TempDir Path folder;
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> troubles = new ArrayList<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(SettingsStore.class);
  private AppFolders folders;
  private Path file;

  @BeforeEach
  void setUp() {
    folders =
        new AppFolders(folder.resolve("config"), folder.resolve("state"), folder.resolve("cache"));
    file = folder.resolve("config/settings.properties");
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void logAgain() {
    logger.setLevel(null);
  }

  private SettingsStore store() {
    return new SettingsStore(folders, Runnable::run, later::add, troubles::add);
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Settings full() {
    return Settings.DEFAULT
        .withTheme(ThemeChoice.DARK)
        .withTextScale(1.25)
        .withReducedMotion(true)
        .withRestoreSession(false)
        .withOpened(new Recent("C:\\dir\\#x.yaml", false, Instant.parse("2026-11-25T03:00:00Z")))
        .withOpened(new Recent(" /odd 🙂\n:name! ", true, Instant.parse("2026-11-25T04:00:00Z")))
        .withWindow(new WindowBounds(-5, 10.5, 1280, 800, true))
        .withOther("/work/ä b = c", "\ttrue ")
        .withSession(
            new Session(
                Optional.of("/work"), List.of("/work/a.yaml", "/b"), Optional.of("/work/a.yaml")));
  }

  @Test
  void everythingComesBack() {
    try (SettingsStore store = store()) {
      store.update(settings -> full());
    }
    assertThat(store().get()).isEqualTo(full());
    assertThat(troubles).isEmpty();
  }

  @Test
  void nothingWrittenMeansDefaults() {
    assertThat(store().get()).isEqualTo(Settings.DEFAULT);
    assertThat(file).doesNotExist();
  }

  @Test
  void manyChangesAreWrittenOnceAndLater() {
    SettingsStore store = store();
    store.update(settings -> settings.withTextScale(1.1));
    store.update(settings -> settings.withTextScale(1.2));
    assertThat(file).doesNotExist();
    assertThat(later).hasSize(1);
    later.remove().run();
    assertThat(file).content().contains("textScale = 1.2");
  }

  @Test
  void badValuesFallBackOneByOneAndTheFileIsKeptAside() throws Exception {
    write("theme = pink\ntextScale = 1.5\nreducedMotion = often\n");
    Settings settings = store().get();
    assertThat(settings.theme()).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(settings.textScale()).isEqualTo(1.5);
    assertThat(troubles).hasSize(1).first().asString().contains("theme = pink");
    assertThat(file.resolveSibling("settings.unreadable.properties"))
        .content()
        .contains("theme = pink");
  }

  @Test
  void aFileThatIsNoneIsKeptAside() throws Exception {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    assertThat(store().get()).isEqualTo(Settings.DEFAULT);
    assertThat(troubles).hasSize(1);
    assertThat(file.resolveSibling("settings.unreadable.properties"))
        .hasBinaryContent(Files.readAllBytes(file));
  }

  @Test
  void aBrokenEscapeIsNoFault() throws Exception {
    write("theme = \\uZZZZ\n");
    assertThat(store().get()).isEqualTo(Settings.DEFAULT);
    assertThat(troubles).hasSize(1);
  }

  @Test
  void numbersOutOfRangeAndNotANumberAreBad() throws Exception {
    write("textScale = NaN\nwindow.x = 1\nwindow.y = 1\nwindow.width = -3\nwindow.height = 5\n");
    Settings settings = store().get();
    assertThat(settings.textScale()).isEqualTo(1);
    assertThat(settings.window()).isEmpty();
  }

  @Test
  void onlyTheNewestTwentyRecentFilesAreKept() {
    Settings settings = Settings.DEFAULT;
    for (int i = 0; i < 25; i++) {
      settings = settings.withOpened(new Recent("/" + i, false, Instant.ofEpochSecond(i)));
    }
    settings = settings.withOpened(new Recent("/10", false, Instant.ofEpochSecond(99)));
    assertThat(settings.recent()).hasSize(Settings.MOST_RECENT);
    assertThat(settings.recent())
        .extracting(Recent::path)
        .startsWith("/10", "/24")
        .doesNotHaveDuplicates();
  }

  @Test
  void listenersHearOnlyRealChanges() {
    List<Settings> heard = new ArrayList<>();
    SettingsStore store = store();
    store.addListener(heard::add);
    store.update(settings -> settings.withTheme(ThemeChoice.SYSTEM));
    store.update(settings -> settings.withTheme(ThemeChoice.DARK));
    assertThat(heard).hasSize(1);
  }

  @Test
  void fileAndFolderAreForTheirOwnerAlone() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    try (SettingsStore store = store()) {
      store.update(settings -> full());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void settingsThatCannotBeSavedAreSaidSo() throws Exception {
    Files.writeString(folder.resolve("config"), "a file where the folder should be");
    SettingsStore store = store();
    store.update(settings -> settings.withTheme(ThemeChoice.DARK));
    later.remove().run();
    assertThat(troubles).hasSize(1).first().asString().contains("could not be saved");
    assertThat(store.get().theme()).isEqualTo(ThemeChoice.DARK);
  }
}
