package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.UnencodableTextException;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code .ingress-designer.yaml}, which lies beside the manifests or in a folder above
 * them. Calls block.
 */
public final class RoutingFile {
  public static final String NAME = ".ingress-designer.yaml";

  private final FileStore store;

  public RoutingFile(FileStore store) {
    this.store = store;
  }

  /**
   * The file that counts for a folder: its own, or that of the nearest folder above it, but not
   * above a folder that holds {@code .git}.
   */
  public static Optional<Path> find(Path folder) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * @throws DiskException when it cannot be read, with the line that is wrong
   */
  public RoutingSettings load(Path file) throws DiskException {
    RoutingText.Read read = RoutingText.read(text(file));
    if (read.problem().isPresent()) {
      throw new DiskException(file + ", " + read.problem().get());
    }
    return read.settings();
  }

  /**
   * Writes the settings; a file that cannot be read is left as it is.
   *
   * @throws DiskException when it cannot be read or written
   */
  public void save(Path file, RoutingSettings settings) throws DiskException {
    boolean exists = Files.exists(file);
    FileBytes before = exists ? store.load(file).bytes() : FileBytes.of(SourceText.EMPTY);
    RoutingText.Read read = RoutingText.read(before.text().string());
    if (read.problem().isPresent()) {
      throw new DiskException(file + ", " + read.problem().get());
    }
    String text = RoutingText.write(before.text().string(), settings);
    if (exists && text.equals(before.text().string())) {
      return;
    }
    try {
      byte[] bytes = FileBytes.of(SourceText.of(text)).encode();
      if (exists) {
        store.replace(file, bytes);
      } else {
        store.create(file, bytes);
      }
    } catch (UnencodableTextException e) {
      throw new IllegalStateException("written in UTF-8, which encodes all", e);
    }
  }

  private String text(Path file) throws DiskException {
    return store.load(file).bytes().text().string();
  }
}
