package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.AcceptedText;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.routing.FolderFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file of accepted differences. The command line looks for it in the folder where it runs, in a
 * repository most often its root. Calls block.
 */
final class AcceptedFile {
  private final FolderFile file = new FolderFile(AcceptedDifferences.FILE, new FileStore());

  /** The file that counts for a folder; it need not be there yet. */
  Path find(Path folder) {
    return file.find(folder);
  }

  /**
   * What is accepted; nothing where there is no such file.
   *
   * @throws DiskException when it cannot be read, with the line that is wrong
   */
  AcceptedDifferences load(Path at) throws DiskException {
    return read(at, file.load(at));
  }

  /**
   * Adds an entry, and gives what is accepted now.
   *
   * @param why for people; empty for none
   * @throws DiskException when it cannot be read or written; then it is as it was
   */
  AcceptedDifferences accept(Path at, List<Difference> differences, String why)
      throws DiskException {
    return change(at, text -> new AcceptedText(text).with(differences, why));
  }

  /**
   * Removes entries, and gives what is accepted now.
   *
   * @throws DiskException when it cannot be read or written; then it is as it was
   */
  AcceptedDifferences takeBack(Path at, List<Difference> differences) throws DiskException {
    return change(
        at,
        text -> {
          String left = text;
          for (Difference difference : differences) {
            left = new AcceptedText(left).without(difference);
          }
          return left;
        });
  }

  private AcceptedDifferences change(Path at, UnaryOperator<String> edit) throws DiskException {
    SourceText now =
        file.change(
            at,
            text -> {
              read(at, text);
              return SourceText.of(edit.apply(text.string()));
            });
    return read(at, now);
  }

  private static AcceptedDifferences read(Path at, SourceText text) throws DiskException {
    AcceptedDifferences read = AcceptedDifferences.read(at.toString(), text);
    if (!read.notices().isEmpty()) {
      throw new DiskException(read.notices().getFirst().toString());
    }
    return read;
  }
}
