package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.start.Template;
import io.github.ingressdesigner.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The commands about files, and undo and redo. */
final class FileCommands {
  private final AppModel model;
  private final FileOpener opener;
  private final FileSaver saver;
  private final FileCloser closer;
  private final FilePicker picker;

  FileCommands(
      AppModel model, FileOpener opener, FileSaver saver, FileCloser closer, FilePicker picker) {
    this.model = model;
    this.opener = opener;
    this.saver = saver;
    this.closer = closer;
    this.picker = picker;
  }

  void addTo(Commands commands) {
    Workspace workspace = model.workspace();
    BooleanSupplier active = () -> active().isPresent();
    commands.add("openFiles", this::openFiles);
    commands.add("openFolder", this::openFolder);
    commands.add(
        "save",
        () -> active().filter(file -> WindowState.canSave(workspace, file)).isPresent(),
        () -> active().ifPresent(file -> saver.save(file, saved -> {})));
    commands.add(
        "saveAs", active, () -> active().ifPresent(file -> saver.saveAs(file, saved -> {})));
    commands.add("saveAll", workspace::isAnyDirty, () -> saver.saveAll(() -> {}));
    commands.add("closeFile", active, () -> active().ifPresent(closer::close));
    commands.add("undo", () -> workspace.undoLabel().isPresent(), () -> model.actions().undo());
    commands.add("redo", () -> workspace.redoLabel().isPresent(), () -> model.actions().redo());
  }

  /** One command for each template: "New: Canary". */
  static List<Command> templates(FileOpener opener) {
    return Arrays.stream(Template.values())
        .map(
            template ->
                new Command(
                    "new." + template.id(),
                    Messages.text("shell.command.newFrom", template.title(), template.note()),
                    () -> true,
                    () -> opener.openTexts(List.of(template.text()))))
        .toList();
  }

  private Optional<FileId> active() {
    return model.activeFileProperty().get().filter(model.workspace()::isOpen);
  }

  private void openFiles() {
    List<Path> paths = picker.filesToOpen(saver.lastFolder());
    if (!paths.isEmpty()) {
      opener.open(paths);
    }
  }

  private void openFolder() {
    picker.folderToOpen(saver.lastFolder()).ifPresent(folder -> opener.open(List.of(folder)));
  }
}
