package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.CompareSheet;
import io.github.ingressdesigner.ui.shell.Notices.Choice;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.DiskFiles.Collision;
import io.github.ingressdesigner.workspace.disk.ThreeWay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what other programs did to open files, and asks what to do about it. */
final class DiskNotices implements DiskFiles.Listener {
  private final Notices bars;
  private final Overlay overlay;
  private final Runnable failed;
  private final AppModel model;
  private Optional<DiskFiles> connected = Optional.empty();
  private Optional<FileActions> actions = Optional.empty();

  /** What a bar about a deleted file may do. */
  interface FileActions {
    void writeAgain(FileId file);

    void close(FileId file);
  }

  /**
   * @param failed what else happens when a file could not be read
   */
  DiskNotices(AppModel model, Notices bars, Overlay overlay, Runnable failed) {
    this.failed = failed;
    this.model = model;
    this.bars = bars;
    this.overlay = overlay;
  }

  /** The disk knows its listener, so it comes afterwards. */
  void connect(DiskFiles disk, FileActions fileActions) {
    connected = Optional.of(disk);
    actions = Optional.of(fileActions);
  }

  private DiskFiles disk() {
    return connected.orElseThrow(() -> new IllegalStateException("notices without a disk"));
  }

  private static String key(FileId file) {
    return "disk " + file.value();
  }

  void dismiss(FileId file) {
    bars.dismiss(key(file));
  }

  @Override
  public void reloaded(FileId file) {
    dismiss(file);
    model.actions().say(Severity.INFO, Messages.text("shell.disk.reloaded", file.name()));
  }

  @Override
  public void conflict(FileId file, Collision collision) {
    List<Choice> choices = new ArrayList<>();
    if (collision.threeWay().isClean()) {
      choices.add(
          Choice.more(
              Messages.text("shell.disk.merge"), () -> ifOpen(file, () -> merge(file, collision))));
    }
    choices.add(
        Choice.of(
            Messages.text("shell.disk.reload"),
            () -> ifOpen(file, () -> disk().takeTheirs(file, collision))));
    choices.add(
        Choice.of(
            Messages.text("shell.disk.keep"),
            () -> ifOpen(file, () -> disk().keepMine(file, collision))));
    choices.add(Choice.more(Messages.text("shell.disk.compare"), () -> compare(file, collision)));
    bars.show(
        key(file), Severity.WARNING, Messages.text("shell.disk.conflict", file.name()), choices);
  }

  /** What was typed since the bar came may stand in the way of a merge without questions. */
  private void merge(FileId file, Collision told) {
    disk()
        .refresh(
            file,
            told,
            now -> {
              if (now.threeWay().isClean()) {
                take(file, now, now.threeWay().merged(DiskNotices::noConflict));
              } else {
                compareNow(file, now);
              }
            });
  }

  private static ThreeWay.Choice noConflict(ThreeWay.Conflict conflict) {
    throw new IllegalStateException("conflict in a clean merge");
  }

  private void compare(FileId file, Collision told) {
    ifOpen(file, () -> disk().refresh(file, told, now -> compareNow(file, now)));
  }

  private void compareNow(FileId file, Collision now) {
    overlay.show(
        CompareSheet.create(
            file.name(), now.threeWay(), merged -> ifOpen(file, () -> take(file, now, merged))));
  }

  private void take(FileId file, Collision now, SourceText merged) {
    dismiss(file);
    disk().takeMerged(file, now, merged);
  }

  private void ifOpen(FileId file, Runnable action) {
    if (model.workspace().isOpen(file)) {
      action.run();
    }
  }

  @Override
  public void deleted(FileId file) {
    bars.show(
        key(file),
        Severity.WARNING,
        Messages.text("shell.disk.deleted", file.name()),
        List.of(
            Choice.of(
                Messages.text("shell.disk.again"),
                () -> actions.ifPresent(a -> a.writeAgain(file))),
            Choice.more(
                Messages.text("shell.disk.close"), () -> actions.ifPresent(a -> a.close(file)))));
  }

  @Override
  public void restored(FileId file) {
    dismiss(file);
  }

  @Override
  public void failed(Path path, String message) {
    model.actions().say(Severity.ERROR, message);
    failed.run();
  }
}
