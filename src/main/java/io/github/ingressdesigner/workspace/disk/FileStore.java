package io.github.ingressdesigner.workspace.disk;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and saves files. A save is all or nothing: the new bytes are on the disk before the name
 * points to them. Stateless and thread-safe; calls block.
 */
public final class FileStore {
  /** Beyond this a file is no manifest. */
  static final long LARGEST = 256L << 20;

  private static final int MOST_LINKS = 40;

  /** A file as it was read. */
  public record Loaded(FileBytes bytes, Stamp stamp) {}

  private final Disk disk;

  public FileStore() {
    this(new Disk());
  }

  FileStore(Disk disk) {
    this.disk = disk;
  }

  public static FileId idOf(Path path) {
    return new FileId(path.toAbsolutePath().normalize().toString().replace('\\', '/'));
  }

  /**
   * @throws IllegalArgumentException for an untitled text
   */
  public static Path pathOf(FileId file) {
    if (file.isUntitled()) {
      throw new IllegalArgumentException("no path yet: " + file.value());
    }
    return Path.of(file.value());
  }

  /** Reads a whole file; links are followed. */
  public Loaded load(Path path) throws DiskException {
    try {
      BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
      requireFile(path, before);
      byte[] bytes = Files.readAllBytes(path);
      BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class);
      Stamp stamp = Stamp.of(before, bytes);
      if (!stamp.looksLike(after)) {
        // Somebody writes right now; what was read may be a mixture. The second try has to do.
        bytes = Files.readAllBytes(path);
        stamp = Stamp.of(Files.readAttributes(path, BasicFileAttributes.class), bytes);
      }
      return new Loaded(FileBytes.decode(bytes), stamp);
    } catch (NoSuchFileException e) {
      throw new DiskException("There is no file " + path + ".", e);
    } catch (IOException e) {
      throw DiskException.of("Could not read " + path, path, e);
    }
  }

  private static void requireFile(Path path, BasicFileAttributes attributes) throws DiskException {
    if (attributes.isDirectory()) {
      throw new DiskException(path + " is a folder, not a file. Open it as a folder.");
    }
    if (!attributes.isRegularFile()) {
      throw new DiskException(path + " is not an ordinary file (a device or a pipe).");
    }
    if (attributes.size() > LARGEST) {
      throw new DiskException(
          path + " is larger than " + (LARGEST >> 20) + " MB, which is too large to edit.");
    }
  }

  /** What stands under the name now; empty if nothing does. Reads the whole file. */
  public Optional<Stamp> stamp(Path path) throws DiskException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      requireFile(path, attributes);
      return Optional.of(Stamp.of(attributes, Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of("Could not read " + path, path, e);
    }
  }

  /** Whether the file still is what the stamp says; reads it only where something points to no. */
  boolean isUnchanged(Path path, Stamp known) throws DiskException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return known.looksLike(attributes);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw DiskException.of("Could not read " + path, path, e);
    }
  }

  /**
   * Saves over the file that was read.
   *
   * @param expected what the file was then
   * @throws ChangedOnDiskException if it is something else now, or gone
   */
  public Stamp save(Path path, byte[] bytes, Stamp expected) throws DiskException {
    return save(
        path,
        bytes,
        now -> {
          if (now.isEmpty() || !now.get().sha256().equals(expected.sha256())) {
            throw new ChangedOnDiskException(path, now.isEmpty());
          }
        });
  }

  /** Saves under a name that nothing has yet. */
  public Stamp create(Path path, byte[] bytes) throws DiskException {
    return save(
        path,
        bytes,
        now -> {
          if (now.isPresent()) {
            throw new DiskException(path + " exists already. Choose another name or replace it.");
          }
        });
  }

  /** Saves over whatever stands under the name; a person has to have agreed. */
  public Stamp replace(Path path, byte[] bytes) throws DiskException {
    return save(path, bytes, now -> {});
  }

  private interface Check {
    void accept(Optional<Stamp> now) throws DiskException;
  }

  private Stamp save(Path path, byte[] bytes, Check check) throws DiskException {
    String failed = "Could not save " + path;
    Path target;
    try {
      target = followLinks(path);
    } catch (IOException e) {
      throw DiskException.of(failed, path, e);
    }
    requireTarget(path, target);
    check.accept(stamp(target));
    Path folder = target.getParent();
    Path temp = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    boolean exists = Files.exists(target);
    try {
      disk.create(temp, bytes, exists);
    } catch (IOException e) {
      discard(temp);
      throw cannotCreate(failed, path, folder, e);
    }
    boolean keep = false;
    try {
      check.accept(stamp(target));
      if (exists && !FileLook.copy(target, temp)) {
        keep = true;
        disk.overwrite(target, bytes);
        keep = false;
      } else {
        disk.move(temp, target);
      }
      disk.syncFolder(folder);
      return Stamp.of(Files.readAttributes(target, BasicFileAttributes.class), bytes);
    } catch (IOException e) {
      String kept =
          keep ? ". The file may be incomplete; the whole new text stands in " + temp : "";
      throw DiskException.of(failed + kept, path, e);
    } finally {
      if (!keep) {
        discard(temp);
      }
    }
  }

  /** The file behind a chain of links; the last one may lead to a file that is yet to be made. */
  private static Path followLinks(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int i = 0; i < MOST_LINKS; i++) {
      if (!Files.isSymbolicLink(target)) {
        return target;
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    throw new DiskException(path + " is a link that leads in a circle.");
  }

  private static void requireTarget(Path path, Path target) throws DiskException {
    if (Files.isDirectory(target)) {
      throw new DiskException(path + " is a folder. Choose a file name inside it.");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new DiskException(path + " is not an ordinary file, so nothing was saved to it.");
    }
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new DiskException(
          path + " is write-protected. Change its permissions, or save under another name.");
    }
    if (!Files.isDirectory(target.getParent())) {
      throw new DiskException(
          "The folder "
              + target.getParent()
              + " does not exist (any more). Create it, or save to another place.");
    }
  }

  private static DiskException cannotCreate(
      String failed, Path path, Path folder, IOException cause) {
    if (cause instanceof java.nio.file.AccessDeniedException) {
      return new DiskException(
          failed
              + ": the folder "
              + folder
              + " allows no new files, which a safe save needs. Make the folder writable, or save"
              + " to another place.",
          cause);
    }
    return DiskException.of(failed, path, cause);
  }

  private static void discard(Path temp) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      // It is hidden and ours; the save itself has succeeded or told its own reason.
    }
  }
}
