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

  FileCloser(
      AppModel model, DiskFiles disk, FileSaver saver, DiskNotices notices, Overlay overlay) {
    this.model = model;
    this.disk = disk;
    this.saver = saver;
    this.notices = notices;
    this.overlay = overlay;
  }

  void close(FileId file) {
    guard(
        model.workspace().isDirty(file) ? List.of(file) : List.of(),
        () -> {
          if (model.workspace().isOpen(file)) {
            closeNow(file);
          }
        });
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
    guard(FileSaver.dirty(model.workspace()), agreed);
  }

  private void guard(List<FileId> dirty, Runnable agreed) {
    if (dirty.isEmpty()) {
      agreed.run();
      return;
    }
    overlay.show(
        UnsavedSheet.create(
            dirty.stream().map(FileId::name).toList(),
            () -> saver.saveEach(dirty, agreed),
            agreed,
            () -> {}));
  }
}
