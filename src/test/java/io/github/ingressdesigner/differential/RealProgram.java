package io.github.ingressdesigner.differential;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs for the time of a test, on a free port of the loopback interface. */
public final class RealProgram implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private final Process process;
  private final int port;

  private RealProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * The program by the system property {@code <name>.program}, else where Debian has it; the test
   * is skipped with a message where it is not installed.
   */
  public static Path require(String name) {
    Optional<Path> program = find(name);
    assumeTrue(
        program.isPresent(),
        () -> name + " is not installed: the comparison with the real program is skipped.");
    return program.orElseThrow();
  }

  private static Optional<Path> find(String name) {
    String told = System.getProperty(name + ".program", "");
    Stream<Path> places =
        told.isEmpty()
            ? Stream.concat(
                    Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin"),
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, name))
            : Stream.of(Path.of(told));
    return places.filter(Files::isExecutable).findFirst();
  }

  /** A port that is free now and was not given before. */
  public static int freePort() throws IOException {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (GIVEN.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      }
    }
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param log takes what it says
   * @throws IOException when it ends or does not listen
   */
  public static RealProgram start(List<String> command, int port, Path log) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    RealProgram program = new RealProgram(process, port);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!program.listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        program.close();
        throw new IOException(command + " does not listen: " + Files.readString(log));
      }
      Thread.onSpinWait();
    }
    return program;
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
