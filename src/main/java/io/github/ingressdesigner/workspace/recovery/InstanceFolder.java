package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one running application, held by a lock that the system lets go when the process
 * ends, however it ends.
 */
final class InstanceFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceFolder.class);

  static final String ENDING = ".journal";
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel channel;

  private InstanceFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static InstanceFolder create(Path all) throws IOException {
    PrivateFiles.createFolder(all);
    Path path = all.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    PrivateFiles.createFolder(path);
    PrivateFiles.write(path.resolve(LOCK), new byte[0]);
    return lock(path).orElseThrow(() -> new IOException("could not lock the new folder " + path));
  }

  /**
   * The folders whose process is dead; they stay locked until closed. One that cannot be looked at
   * does not stand in the way of the others.
   */
  static List<InstanceFolder> abandoned(Path all) throws IOException {
    List<InstanceFolder> found = new ArrayList<>();
    if (!Files.isDirectory(all)) {
      return found;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
      for (Path folder : folders) {
        try {
          lock(folder).ifPresent(found::add);
        } catch (IOException e) {
          LOG.error("A folder of unsaved work cannot be locked: {}", folder.getFileName(), e);
        }
      }
    }
    return found;
  }

  private static Optional<InstanceFolder> lock(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new InstanceFolder(folder, channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
    }
    channel.close();
    return Optional.empty();
  }

  Path path() {
    return path;
  }

  List<Path> journals() throws IOException {
    List<Path> journals = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + ENDING)) {
      files.forEach(journals::add);
    }
    journals.sort(null);
    return journals;
  }

  /** Takes the folder away if no journal is left in it, and lets go of the lock. */
  @Override
  public void close() throws IOException {
    if (Files.isDirectory(path) && journals().isEmpty()) {
      try (DirectoryStream<Path> rest = Files.newDirectoryStream(path)) {
        for (Path file : rest) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(path);
    }
    channel.close();
  }
}
