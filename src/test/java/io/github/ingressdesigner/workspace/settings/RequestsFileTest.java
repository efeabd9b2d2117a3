package io.github.ingressdesigner.workspace.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsFileTest {
  @TempDir private Path state;

  private RequestsFile file() {
    return new RequestsFile(new AppFolders(state, state, state));
  }

  @Test
  void linesOfAFolderAreReadBackInTheirOrder() throws IOException {
    file().save(Path.of("/a"), List.of("curl x", "curl y"));
    file().save(Path.of("/b"), List.of("curl z"));
    assertThat(file().load(Path.of("/a"))).containsExactly("curl x", "curl y");
    assertThat(file().load(Path.of("/b"))).containsExactly("curl z");
  }

  @Test
  void nothingIsKeptOfAFolderThatNobodyAsked() {
    assertThat(file().load(Path.of("/never"))).isEmpty();
  }

  @Test
  void forgettingAllRemovesTheFile() throws IOException {
    file().save(Path.of("/a"), List.of("curl x"));
    file().save(Path.of("/a"), List.of());
    try (Stream<Path> left = Files.walk(state)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
