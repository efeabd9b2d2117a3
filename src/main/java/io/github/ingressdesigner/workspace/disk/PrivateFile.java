package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files with keys: read as they are, and written so that only their owner can read them. */
public final class PrivateFile {
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private PrivateFile() {}

  /**
   * The bytes of a small file.
   *
   * @param most how many bytes it may have
   * @throws DiskException when it is larger, or cannot be read
   */
  public static byte[] read(Path path, int most) throws DiskException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new DiskException(
            path + " is larger than " + most / 1024 + " KiB; no certificate or key is.");
      }
      return bytes;
    } catch (DiskException e) {
      throw e;
    } catch (IOException e) {
      throw DiskException.of("Could not read " + path, path, e);
    }
  }

  /**
   * Writes a file with mode 0600, over whatever stands there; a person has to have agreed. The file
   * is never readable by others, not even for a moment.
   *
   * @throws DiskException when it cannot be written; then nothing has changed
   */
  public static void write(Path path, byte[] bytes) throws DiskException {
    Path target = path.toAbsolutePath();
    Path temp =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (SeekableByteChannel out = Files.newByteChannel(temp, NEW, ownerOnly())) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temp, e);
      throw DiskException.of("Could not save " + path, path, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void discard(Path temp, IOException cause) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
