package io.github.ingressdesigner.suite.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Logs as files. */
public final class LogFiles {
  private LogFiles() {}

  /** Bytes of all of them as they are stored; those that cannot be read count nothing. */
  public static long size(List<Path> logs) {
    return logs.stream().mapToLong(log -> log.toFile().length()).sum();
  }

  /**
   * Replays a file in whichever format it has.
   *
   * @throws IOException when it cannot be read
   */
  public static void read(Replay replay, Path log, Watch watch) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      replay.read(log.getFileName().toString(), in, Optional.empty(), watch);
    }
  }
}
