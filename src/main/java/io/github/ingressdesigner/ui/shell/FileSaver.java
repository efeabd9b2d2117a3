package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.SaveResult;
import io.github.ingressdesigner.workspace.recovery.Recovery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves one file or all, asking for a name where there is none. */
final class FileSaver {
  private final AppModel model;
  private final DiskFiles disk;
  private final FilePicker picker;
  private final DiskNotices notices;
  private final FileOpener.News news;

  FileSaver(
      AppModel model,
      DiskFiles disk,
      FilePicker picker,
      DiskNotices notices,
      FileOpener.News news) {
    this.model = model;
    this.disk = disk;
    this.picker = picker;
    this.notices = notices;
    this.news = news;
  }

  /**
   * @param saved told the name under which the file stands on disk; not told where it does not
   */
  void save(FileId file, Consumer<FileId> saved) {
    if (file.isUntitled()) {
      saveAs(file, saved);
    } else if (isWritable(file)) {
      disk.save(file, result -> after(result, saved));
    }
  }

  /** Says why where it is not. */
  private boolean isWritable(FileId file) {
    Optional<String> readOnly = model.workspace().readOnly(file);
    if (readOnly.isEmpty() && lacksSecrets(file)) {
      tellMissing(file);
      return false;
    }
    readOnly.ifPresent(why -> model.actions().say(Severity.WARNING, why));
    return readOnly.isEmpty();
  }

  /**
   * Whether the text was restored without values of Secrets: saved so, it would take the place of
   * the true values.
   */
  private boolean lacksSecrets(FileId file) {
    return model.workspace().text(file).string().contains(Recovery.LEFT_OUT)
        && disk.base(file)
            .filter(base -> base.bytes().text().string().contains(Recovery.LEFT_OUT))
            .isEmpty();
  }

  private void tellMissing(FileId file) {
    int at = model.workspace().text(file).string().indexOf(Recovery.LEFT_OUT);
    model.actions().reveal(file, new TextRange(at, at + Recovery.LEFT_OUT.length()));
    model
        .actions()
        .say(Severity.WARNING, Messages.text("shell.save.leftOut", file.name(), Recovery.LEFT_OUT));
  }

  /** The file was deleted by another program; its text here becomes the file again. */
  void writeAgain(FileId file) {
    if (isWritable(file)) {
      disk.saveAs(file, Path.of(file.value()), true, result -> after(result, now -> {}));
    }
  }

  void saveAs(FileId file, Consumer<FileId> saved) {
    if (!isWritable(file)) {
      return;
    }
    Optional<Path> folder =
        file.isUntitled() ? lastFolder() : Optional.ofNullable(Path.of(file.value()).getParent());
    // The desktop's dialogue asks before it gives a name that exists.
    picker
        .fileToSave(folder, file.name())
        .ifPresent(
            path ->
                disk.saveAs(
                    file,
                    path.toAbsolutePath().normalize(),
                    true,
                    result -> {
                      if (result instanceof SaveResult.Saved) {
                        notices.dismiss(file);
                        news.recent(path.toAbsolutePath().normalize());
                      }
                      after(result, saved);
                    }));
  }

  /** The folder of a file that is open. */
  Optional<Path> lastFolder() {
    Optional<FileId> active = model.activeFileProperty().get();
    return active
        .filter(file -> !file.isUntitled())
        .or(() -> model.workspace().files().stream().filter(f -> !f.isUntitled()).findFirst())
        .map(file -> Path.of(file.value()).getParent());
  }

  /** Saves every file with unsaved work, one after the other; the first refusal ends it. */
  void saveAll(Runnable saved) {
    saveEach(dirty(model.workspace()), saved);
  }

  void saveEach(List<FileId> files, Runnable saved) {
    if (files.isEmpty()) {
      saved.run();
      return;
    }
    List<FileId> rest = new ArrayList<>(files);
    save(rest.removeFirst(), file -> saveEach(rest, saved));
  }

  static List<FileId> dirty(Workspace workspace) {
    return workspace.files().stream().filter(workspace::isDirty).toList();
  }

  private void after(SaveResult result, Consumer<FileId> saved) {
    switch (result) {
      case SaveResult.Saved(FileId file) -> {
        notices.dismiss(file);
        saved.accept(file);
      }
      case SaveResult.Changed(FileId file, DiskFiles.Collision collision) ->
          notices.conflict(file, collision);
      case SaveResult.Deleted(FileId file) -> notices.deleted(file);
      case SaveResult.Failed(FileId file, String message) ->
          model
              .actions()
              .say(Severity.ERROR, Messages.text("shell.save.failed", file.name(), message));
    }
  }
}
