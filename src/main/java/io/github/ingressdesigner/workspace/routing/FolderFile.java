package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.UnencodableTextException;
import io.github.ingressdesigner.workspace.LineDiff;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.disk.FileStore.Loaded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of ours that is committed beside the manifests and counts for all folders below its own.
 * Calls block.
 *
 * @param name of the file, without folder
 */
public record FolderFile(String name, FileStore store) {
  /** Makes another text of the text of a file. */
  public interface Edit {
    /**
     * @throws DiskException when the text cannot be read; then nothing is written
     */
    SourceText apply(SourceText text) throws DiskException;
  }

  /**
   * The file that counts for a folder: the nearest, but none above a folder that holds {@code
   * .git}. Where there is none, the place where one would be made: the root of the repository, else
   * the folder.
   */
  public Path find(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    for (Path at = start; at != null; at = at.getParent()) {
      Path file = at.resolve(name);
      if (Files.isRegularFile(file) || Files.exists(at.resolve(".git"))) {
        return file;
      }
    }
    return start.resolve(name);
  }

  /** Its text; empty where there is no such file. */
  public SourceText load(Path file) throws DiskException {
    return Files.exists(file) ? store.load(file).bytes().text() : SourceText.EMPTY;
  }

  /**
   * Changes the file, or makes it; line ends stay as they are.
   *
   * @return the text that stands there now
   * @throws DiskException when it cannot be read or written; then it is as it was
   */
  public SourceText change(Path file, Edit edit) throws DiskException {
    Optional<Loaded> loaded = Files.exists(file) ? Optional.of(store.load(file)) : Optional.empty();
    FileBytes before = loaded.map(Loaded::bytes).orElse(FileBytes.of(SourceText.EMPTY));
    SourceText text = edit.apply(before.text());
    if (text.string().equals(before.text().string())) {
      return text;
    }
    try {
      byte[] bytes = before.apply(LineDiff.edits(before.text(), text)).encode();
      if (loaded.isPresent()) {
        store.save(file, bytes, loaded.get().stamp());
      } else {
        store.create(file, bytes);
      }
    } catch (UnencodableTextException e) {
      throw new DiskException(file + ": " + e.getMessage());
    }
    return text;
  }
}
