package io.github.ingressdesigner.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRevisionTest {
  @TempDir Path folder;

  @BeforeEach
  void commitTwice() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      Files.createDirectories(folder.resolve("deploy"));
      Files.createDirectories(folder.resolve(".github"));
      Files.writeString(folder.resolve("deploy/a.yaml"), "one");
      Files.writeString(folder.resolve("b.yml"), "b");
      Files.writeString(folder.resolve("README.md"), "x");
      Files.writeString(folder.resolve(".github/ci.yaml"), "x");
      commit(git);
      Files.writeString(folder.resolve("deploy/a.yaml"), "two");
      commit(git);
    }
  }

  private static void commit(Git git) throws Exception {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage("m")
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setSign(false)
        .call();
  }

  @Test
  void readsTheManifestsOfARevision() throws Exception {
    assertThat(GitRevision.manifests(folder.resolve("deploy"), "HEAD~1", ""))
        .extracting(GitRevision.Blob::path)
        .containsExactly("b.yml", "deploy/a.yaml");
    assertThat(text("HEAD~1")).isEqualTo("one");
    assertThat(text("HEAD")).isEqualTo("two");
  }

  private String text(String revision) throws Exception {
    byte[] bytes = GitRevision.manifests(folder, revision, "deploy").getFirst().bytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void anEarlierVersionHoldsTheNamedFilesAndThoseThatAreGone() throws Exception {
    Path a = folder.resolve("deploy/a.yaml");
    Path gone = folder.resolve("deploy/old.yaml");
    Files.writeString(gone, "gone");
    Files.writeString(folder.resolve("deploy/other.yaml"), "not named");
    try (Git git = Git.open(folder.toFile())) {
      commit(git);
    }
    Files.delete(gone);
    Map<Path, byte[]> files = GitRevision.earlier(List.of(a), "HEAD");
    assertThat(files).containsOnlyKeys(a, gone);
    assertThat(files.get(a)).asString(StandardCharsets.UTF_8).isEqualTo("two");
    assertThat(GitRevision.earlier(List.of(a), "HEAD~2").get(a))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("one");
  }

  @Test
  void anUnknownRevisionIsNamed() {
    assertThatThrownBy(() -> GitRevision.manifests(folder, "nowhere", ""))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("There is no revision nowhere");
  }
}
