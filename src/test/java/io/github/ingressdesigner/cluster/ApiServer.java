package io.github.ingressdesigner.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real Kubernetes API server: the program of {@code src/test/apiserver} (system property {@code
 * apiserver.program}), or the server of the kubeconfig that the variable {@code
 * INGRESS_DESIGNER_IT_KUBECONFIG} names. Where there is neither, the test is skipped.
 */
public final class ApiServer implements AutoCloseable {
  /** Names a kubeconfig; its current context must be allowed everything. */
  public static final String OTHER_SERVER = "INGRESS_DESIGNER_IT_KUBECONFIG";

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static Optional<ApiServer> shared = Optional.empty();

  private final Path kubeconfig;
  private final Optional<Process> process;

  private ApiServer(Path kubeconfig, Optional<Process> process) {
    this.kubeconfig = kubeconfig;
    this.process = process;
  }

  /** One for all tests of this run; it ends with the run. */
  public static synchronized ApiServer shared() {
    if (shared.isEmpty()) {
      Optional<Path> other = Optional.ofNullable(System.getenv(OTHER_SERVER)).map(Path::of);
      shared =
          Optional.of(
              other.map(p -> new ApiServer(p, Optional.empty())).orElseGet(ApiServer::start));
    }
    return shared.get();
  }

  /**
   * One of its own, with options of {@code src/test/apiserver/main.go}.
   *
   * @throws org.opentest4j.TestAbortedException where the program is missing
   */
  public static ApiServer start(String... options) {
    String program = System.getProperty("apiserver.program", "");
    assumeTrue(
        !program.isEmpty() && Files.isExecutable(Path.of(program)),
        "Skipped: no API server here. Build it with src/test/apiserver/build FILE (needs Go) and"
            + " pass -Dapiserver.program=FILE, or name the kubeconfig of a server in "
            + OTHER_SERVER
            + ".");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(options));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log())).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("READY ")) {
          return new ApiServer(Path.of(line.substring(6)), Optional.of(process));
        }
      }
      throw new IllegalStateException("the API server ended before it was ready: " + command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File log() throws IOException {
    File file = Files.createTempFile("apiserver", ".log").toFile();
    file.deleteOnExit();
    return file;
  }

  public Path kubeconfig() {
    return kubeconfig;
  }

  /** A name for a namespace that no other test uses. */
  public static String newName() {
    return "test-" + Long.toString(System.nanoTime(), 36) + "-" + NAMES.incrementAndGet();
  }

  /** Ends it as a closed pipe does, which is what it sees when the tests die. */
  @Override
  public void close() {
    process.ifPresent(
        p -> {
          try {
            p.outputWriter(StandardCharsets.UTF_8).close();
            if (!p.waitFor(10, TimeUnit.SECONDS)) {
              p.destroyForcibly();
            }
          } catch (IOException e) {
            p.destroyForcibly();
          } catch (InterruptedException e) {
            p.destroyForcibly();
            Thread.currentThread().interrupt();
          }
        });
  }
}
