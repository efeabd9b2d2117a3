package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.explorer.RowMenu;

/** What can be done to one file, from the explorer and from a notice about it. */
record OpenFileActions(FileOpener opener, FileSaver saver, FileCloser closer)
    implements RowMenu.FileActions, DiskNotices.FileActions {
  @Override
  public void open(FileId file) {
    opener.openListed(file);
  }

  @Override
  public void save(FileId file) {
    saver.save(file, saved -> {});
  }

  @Override
  public void writeAgain(FileId file) {
    saver.writeAgain(file);
  }

  @Override
  public void close(FileId file) {
    closer.close(file);
  }
}
