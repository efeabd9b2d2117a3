package io.github.ingressdesigner.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {
  @TempDir private Path folder;
  private final List<String> failures = new ArrayList<>();
  private final Acceptance acceptance =
      new Acceptance(Runnable::run, Runnable::run, () -> {}, failures::add);

  private Optional<FileId> open() {
    return Optional.of(FileStore.idOf(folder.resolve("web.yaml")));
  }

  @Test
  void aFileThatCannotBeReadIsToldOnceAndAcceptsNothing() throws IOException {
    Files.writeString(folder.resolve(AcceptedDifferences.FILE), "accepted: 5\n");
    acceptance.follow(open());
    acceptance.read();
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst()).contains(AcceptedDifferences.FILE + ":1:");
    acceptance.accept(List.of(), "");
    assertThat(failures).hasSize(2);
  }

  @Test
  void withoutAFolderThereIsNoPlace() {
    acceptance.follow(open());
    assertThat(acceptance.place()).contains(folder.resolve(AcceptedDifferences.FILE));
    acceptance.follow(Optional.empty());
    assertThat(acceptance.place()).isEmpty();
  }
}
