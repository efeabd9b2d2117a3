package io.github.ingressdesigner.cluster.login;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs a program from a list of arguments: no shell reads them, nothing can be typed to it, and
 * what it prints goes to the caller only.
 */
final class Run {
  /** A credential is some kilobytes. */
  private static final int LARGEST = 1024 * 1024;

  private static final long LOOK_MILLIS = 50;

  /**
   * @param code the exit code
   */
  record Output(int code, byte[] bytes) {
    /** The bytes may be a credential. */
    @Override
    public String toString() {
      return "Output[" + code + "]";
    }
  }

  private Run() {}

  /**
   * Waits for its end.
   *
   * @param added variables besides ours
   * @throws IOException where it cannot be started, prints too much, or does not end in time; then
   *     it is ended with all that it started. The message is half a sentence
   */
  static Output of(
      List<String> command, Map<String, String> added, Duration patience, BooleanSupplier cancelled)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(added);
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (InputStream out = process.getInputStream()) {
      return read(process, out, System.nanoTime() + patience.toNanos(), patience, cancelled);
    } finally {
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static Output read(
      Process process, InputStream out, long deadline, Duration patience, BooleanSupplier cancelled)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      while (true) {
        boolean ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        while (out.available() > 0 && bytes.size() <= LARGEST) {
          bytes.write(out.readNBytes(Math.min(out.available(), 8192)));
        }
        if (bytes.size() > LARGEST) {
          throw new IOException("it printed more than a megabyte");
        }
        if (ended) {
          return new Output(process.exitValue(), bytes.toByteArray());
        }
        if (cancelled.getAsBoolean()) {
          throw new IOException("it was cancelled");
        }
        if (System.nanoTime() > deadline) {
          throw new IOException("it did not end within %d s".formatted(patience.toSeconds()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
  }
}
