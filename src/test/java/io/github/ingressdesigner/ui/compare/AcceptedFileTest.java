package io.github.ingressdesigner.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.workspace.disk.DiskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedFileTest {
  private static final String NAME = ".ingress-designer-accepted.yaml";
  private static final Difference ONE =
      new Difference(
          1,
          Cause.STATUS,
          "a.x",
          List.of("/"),
          List.of("https"),
          "",
          Request.of("GET", "https://a.x/", Map.of()),
          "https://a.x/",
          new Outcome.Status(200, Optional.empty()),
          new Outcome.Status(404, Optional.empty()),
          false);

  private final AcceptedFile store = new AcceptedFile();
  @TempDir private Path root;
  private Path deploy;

  @BeforeEach
  void makeRepository() throws Exception {
    Files.createDirectories(root.resolve(".git"));
    deploy = Files.createDirectories(root.resolve("deploy/prod"));
  }

  @Test
  void itLiesAtTheRootOfTheRepositoryUnlessThereIsOneNearer() throws Exception {
    assertThat(store.find(deploy)).isEqualTo(root.resolve(NAME));
    Path near = Files.writeString(root.resolve("deploy").resolve(NAME), "accepted: []\n");
    assertThat(store.find(deploy)).isEqualTo(near);
  }

  @Test
  void oneIsAcceptedAndTakenBack() throws Exception {
    Path file = store.find(deploy);
    assertThat(store.load(file).accepts(ONE)).isFalse();
    assertThat(store.accept(file, List.of(ONE), "agreed").accepts(ONE)).isTrue();
    assertThat(store.load(file).why(ONE)).isEqualTo("agreed");
    assertThat(store.takeBack(file, List.of(ONE)).accepts(ONE)).isFalse();
    assertThat(store.load(file).accepts(ONE)).isFalse();
  }

  @Test
  void lineEndsOfTheFileStay() throws Exception {
    Path file =
        Files.writeString(
            root.resolve(NAME), "accepted:\r\n- request: x\r\n  from: y\r\n  to: z\r\n");
    store.accept(file, List.of(ONE), "");
    String text = Files.readString(file);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(text).contains("- request: GET https://a.x/\r\n");
  }

  @Test
  void aFileThatCannotBeReadIsLeftAsItIs() throws Exception {
    Path file = Files.writeString(root.resolve(NAME), "acepted: []\n");
    assertThatThrownBy(() -> store.accept(file, List.of(ONE), ""))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining(NAME + ":1:1");
    assertThat(file).content().isEqualTo("acepted: []\n");
  }
}
