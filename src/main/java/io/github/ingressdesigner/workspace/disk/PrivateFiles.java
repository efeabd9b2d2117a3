package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * The application's own small files: readable by their owner alone, replaced as a whole or not at
 * all.
 */
public final class PrivateFiles {
  private static final Disk DISK = new Disk();

  private PrivateFiles() {}

  /**
   * Makes a folder, and those above it, for the owner alone. Folders that exist stay as they are.
   */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (Disk.isPosix(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Replaces the file, and returns when the bytes are on the disk. Its folder must exist. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path temp = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      DISK.create(temp, bytes, true);
      DISK.move(temp, file);
      DISK.syncFolder(file.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(temp);
    }
  }

  /**
   * Adds to the end of a file, and returns when the bytes are on the disk; a file that is not there
   * is made. Its folder must exist.
   */
  public static void append(Path file, byte[] bytes) throws IOException {
    if (!Files.exists(file)) {
      DISK.create(file, new byte[0], true);
    }
    Files.write(file, bytes, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
  }
}
