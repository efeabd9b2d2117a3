package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Edits a file, journals it, says so and waits to be killed. */
final class KilledEditor {
  private KilledEditor() {}

  public static void main(String[] args) throws Exception {
    FileStore.Loaded loaded = new FileStore().load(Path.of(args[1]));
    FileId file = FileStore.idOf(Path.of(args[1]));
    Workspace workspace = new Workspace(InstantSource.system());
    new Journal(
        Path.of(args[0]),
        workspace,
        id -> Optional.of(loaded),
        InstantSource.system(),
        Runnable::run,
        Runnable::run,
        message -> {});
    workspace.open(file, loaded.bytes());
    Map<FileId, TextEdits> edits = Map.of(file, TextEdits.of(new TextEdit(3, "1", "killed")));
    workspace.apply(
        new Change("edit", Change.Kind.TYPING, edits, Optional.empty()), KilledEditor.class);
    System.out.println("written");
    System.in.read();
  }
}
