package io.github.ingressdesigner.workspace.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void prepare() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private Logger logger() {
    return context.getLogger("io.github.ingressdesigner.Test");
  }

  private List<Path> logs() throws Exception {
    try (Stream<Path> all = Files.list(folder.resolve("state"))) {
      return all.sorted().toList();
    }
  }

  @Test
  void linesAndStackTracesAreWrittenWithoutSecrets() throws Exception {
    Path file = LogFile.open(context, folder.resolve("state"), 1 << 20);
    logger().info("sent with token={}", "SHUT");
    logger().error("failed", new IllegalStateException("password: SHUT"));
    assertThat(file)
        .content()
        .contains("sent with token=***", "IllegalStateException", "LogFileTest")
        .doesNotContain("SHUT");
  }

  @Test
  void atMostFiveFilesAreKeptAndNoneGrowsFarBeyondItsLimit() throws Exception {
    LogFile.open(context, folder.resolve("state"), 10_000);
    for (int i = 0; i < 2_000; i++) {
      logger().info("line {} of a log that has to be rotated now and then", i);
    }
    assertThat(logs()).hasSizeBetween(2, 5);
    for (Path log : logs()) {
      assertThat(Files.size(log)).isLessThan(200_000);
    }
  }

  @Test
  void allOfThemAreForTheirOwnerAlone() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    LogFile.open(context, folder.resolve("state"), 10_000);
    for (int i = 0; i < 1_000; i++) {
      logger().info("line {} of a log that has to be rotated now and then", i);
    }
    for (Path log : logs()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void librariesAreHeardOnlyWhenTheyWarn() throws Exception {
    Path file = LogFile.open(context, folder.resolve("state"), 1 << 20);
    context.getLogger("org.library").info("chatter");
    context.getLogger("org.library").warn("trouble");
    assertThat(file).content().contains("trouble").doesNotContain("chatter");
  }
}
