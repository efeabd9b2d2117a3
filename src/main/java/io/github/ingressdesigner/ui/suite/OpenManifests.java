package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.Manifests.Known;
import io.github.ingressdesigner.suite.Manifests.Source;
import io.github.ingressdesigner.suite.OpenTexts;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Snapshot.FileState;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of a snapshot as a suite names them; what was read of them is not read again. */
final class OpenManifests implements OpenTexts {
  /** Texts without a file stand beside each other, by the names that they will have. */
  static final Path UNTITLED = Path.of("untitled");

  private final Map<FileId, FileState> files = new HashMap<>();

  OpenManifests(Snapshot snapshot) {
    snapshot.files().forEach(file -> files.put(file.id(), file));
  }

  /** Against which a suite's files are resolved. */
  static Path folderOf(FileId suite) {
    return suite.isUntitled() ? UNTITLED : FileStore.pathOf(suite).toAbsolutePath().getParent();
  }

  @Override
  public Optional<Source> find(Path file) {
    if (file.isAbsolute()) {
      return Optional.ofNullable(files.get(FileStore.idOf(file))).map(OpenManifests::source);
    }
    String name = String.valueOf(file.getFileName());
    return files.values().stream()
        .filter(state -> state.id().isUntitled() && state.id().name().equals(name))
        .findFirst()
        .map(OpenManifests::source);
  }

  private static Source source(FileState file) {
    return Source.of(
        file.id().value(),
        file.text(),
        file.documents().stream()
            .map(d -> new Known(d.id(), d.range(), d.read(), d.bound()))
            .toList());
  }
}
