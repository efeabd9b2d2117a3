package io.github.ingressdesigner.workspace.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens and saves copies of public files, on a real disk. */
class CorpusSaveTest {
  private final FileStore store = new FileStore();
  @TempDir private Path folder;

  @Test
  void openedAndSavedFilesKeepEveryByte() throws Exception {
    Path corpus = Path.of(System.getProperty("corpus.dir", ""), "files");
    assumeTrue(
        corpus.isAbsolute() && Files.isDirectory(corpus),
        "skipped: no corpus (system property corpus.dir)");
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<Path> changed = new ArrayList<>();
    Workspace workspace = new Workspace(InstantSource.system());
    for (Path original : files) {
      Path copy = folder.resolve("copy.yaml");
      byte[] bytes = Files.readAllBytes(original);
      Files.write(copy, bytes);
      FileStore.Loaded loaded = store.load(copy);
      FileId id = FileStore.idOf(copy);
      workspace.open(id, loaded.bytes());
      Files.writeString(copy, "");
      store.replace(copy, workspace.bytes(id).encode());
      workspace.close(id);
      if (!java.util.Arrays.equals(bytes, Files.readAllBytes(copy))) {
        changed.add(original);
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(changed).as("files that a save changed, of " + files.size()).isEmpty();
  }
}
