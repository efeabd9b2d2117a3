package io.github.ingressdesigner.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** kubectl as referee; a test that needs it is skipped without it. */
public final class Kubectl {
  /** What it printed, both streams, and its exit code. */
  public record Result(int code, String text) {}

  private static final Path PROGRAM = Path.of("/usr/bin/kubectl");
  private final Path kubeconfig;

  public Kubectl(Path kubeconfig) {
    assumeTrue(Files.isExecutable(PROGRAM), "Skipped: there is no kubectl here.");
    this.kubeconfig = kubeconfig;
  }

  public Result run(String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // it ended before it read its input; its exit code tells why
      assumeTrue(process.waitFor() != 0);
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), text);
  }
}
