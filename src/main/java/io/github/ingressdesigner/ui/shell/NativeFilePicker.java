package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The desktop's own dialogues. */
final class NativeFilePicker implements FilePicker {
  private final Window owner;

  NativeFilePicker(Window owner) {
    this.owner = owner;
  }

  @Override
  public List<Path> filesToOpen(Optional<Path> startIn) {
    FileChooser chooser = chooser("shell.picker.open", startIn);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                Messages.text("shell.picker.manifests"), "*.yaml", "*.yml", "*.json"),
            new FileChooser.ExtensionFilter(Messages.text("shell.picker.all"), "*"));
    return Optional.ofNullable(chooser.showOpenMultipleDialog(owner)).orElse(List.of()).stream()
        .map(File::toPath)
        .toList();
  }

  @Override
  public Optional<Path> anyFile(Optional<Path> startIn) {
    return Optional.ofNullable(chooser("shell.picker.any", startIn).showOpenDialog(owner))
        .map(File::toPath);
  }

  @Override
  public List<Path> logsToOpen(Optional<Path> startIn) {
    FileChooser chooser = chooser("shell.picker.logs", startIn);
    return Optional.ofNullable(chooser.showOpenMultipleDialog(owner)).orElse(List.of()).stream()
        .map(File::toPath)
        .toList();
  }

  @Override
  public Optional<Path> folderToOpen(Optional<Path> startIn) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(Messages.text("shell.picker.folder"));
    existing(startIn).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
    FileChooser chooser = chooser("shell.picker.save", startIn);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, Optional<Path> startIn) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Messages.text(title));
    existing(startIn).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  /** A folder that is gone would make the dialogue fail. */
  private static Optional<File> existing(Optional<Path> folder) {
    return folder.map(Path::toFile).filter(File::isDirectory);
  }
}
