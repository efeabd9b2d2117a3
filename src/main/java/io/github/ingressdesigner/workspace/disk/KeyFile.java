package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files with keys: read as they are, and written so that only their owner can read them. */
public final class KeyFile {
  private KeyFile() {}

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
    try {
      PrivateFiles.write(path.toAbsolutePath(), bytes);
    } catch (IOException e) {
      throw DiskException.of("Could not save " + path, path, e);
    }
  }
}
