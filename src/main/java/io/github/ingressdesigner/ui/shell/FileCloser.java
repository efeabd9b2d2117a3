package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.dialogs.UnsavedSheet;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import java.util.List;
import java.util.Optional;

/** Closes files, and asks first what becomes of unsaved work. */
final class FileCloser {
  private final AppModel model;
  private final DiskFiles disk;
  private final FileSaver saver;
  private final DiskNotices notices;
  private final Overlay overlay;
  private boolean asking;

  FileCloser(
      AppModel model, DiskFiles disk, FileSaver saver, DiskNotices notices, Overlay overlay) {
    this.model = model;
    this.disk = disk;
    this.saver = saver;
    this.notices = notices;
    this.overlay = overlay;
  }

  void close(FileId file) {
    if (!model.workspace().isOpen(file)) {
      return;
    }
    if (model.workspace().isDirty(file)) {
      ask(List.of(file), () -> saver.save(file, this::close), () -> closeNow(file));
    } else {
      closeNow(file);
    }
  }

  private void closeNow(FileId file) {
    List<FileId> files = model.workspace().files();
    int at = files.indexOf(file);
    if (model.activeFileProperty().get().filter(file::equals).isPresent()) {
      Optional<FileId> next =
          files.size() < 2
              ? Optional.empty()
              : Optional.of(files.get(at + 1 < files.size() ? at + 1 : at - 1));
      model.activeFileProperty().set(next);
    }
    notices.dismiss(file);
    disk.close(file);
  }

  /**
   * Before the window closes.
   *
   * @param agreed run when nothing unsaved is lost, or a person said so
   */
  void beforeQuit(Runnable agreed) {
    List<FileId> dirty = FileSaver.dirty(model.workspace());
    if (dirty.isEmpty()) {
      agreed.run();
    } else {
      // What was typed while the files were written is asked about too.
      ask(dirty, () -> saver.saveEach(dirty, () -> beforeQuit(agreed)), agreed);
    }
  }

  /** Asks once, however often a person wants the window to close meanwhile. */
  private void ask(List<FileId> dirty, Runnable save, Runnable discard) {
    if (!asking) {
      asking = true;
      overlay.show(
          UnsavedSheet.create(
              dirty.stream().map(FileId::name).toList(),
              () -> answered(save),
              () -> answered(discard),
              () -> answered(() -> {})));
    }
  }

  private void answered(Runnable action) {
    asking = false;
    action.run();
  }
}
