package io.github.ingressdesigner.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
  @TempDir Path folder;
  private Path kept;
  private WorkTree tree;

  @BeforeEach
  void startARepository() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      StoredConfig config = git.getRepository().getConfig();
      config.setString("user", null, "name", "Ada");
      config.setString("user", null, "email", "ada@example.com");
      config.setBoolean("commit", null, "gpgSign", false);
      config.save();
    }
    kept = Files.writeString(folder.resolve("kept.yaml"), "one\n");
    tree = WorkTree.around(folder).orElseThrow();
  }

  @Test
  void aFolderOutsideHasNoWorkTree(@TempDir Path elsewhere) throws Exception {
    assertThat(WorkTree.around(elsewhere)).isEmpty();
  }

  @Test
  void beforeTheFirstCommitTheBranchIsUnborn() throws Exception {
    GitStatus status = tree.status();

    assertThat(status.unborn()).isTrue();
    assertThat(status.branch()).isEqualTo("main");
    assertThat(status.of(kept)).contains(GitState.UNTRACKED);
    assertThat(tree.head(List.of(kept))).isEmpty();
    assertThat(tree.lastMessage()).isEmpty();
  }

  @Test
  void aCommittedFileDiffersNoMore() throws Exception {
    String id = tree.commit(List.of(kept), "Keep it");

    assertThat(id).hasSize(7);
    assertThat(tree.status().changed()).isEmpty();
    assertThat(tree.lastMessage()).contains("Keep it");
    assertThat(new String(tree.head(List.of(kept)).get(kept), StandardCharsets.UTF_8))
        .isEqualTo("one\n");
  }

  @Test
  void onlyTheChosenFilesAreCommitted() throws Exception {
    tree.commit(List.of(kept), "Keep it");
    Files.writeString(kept, "two\n");
    Path staged = Files.writeString(folder.resolve("staged.yaml"), "s\n");
    try (Git git = Git.open(folder.toFile())) {
      git.add().addFilepattern("staged.yaml").call();
    }

    tree.commit(List.of(kept), "Two");

    assertThat(tree.status().changed()).containsOnlyKeys(staged);
    assertThat(tree.status().of(staged)).contains(GitState.ADDED);
  }

  @Test
  void aDeletedFileIsCommittedAsDeleted() throws Exception {
    tree.commit(List.of(kept), "Keep it");
    Files.delete(kept);
    assertThat(tree.status().of(kept)).contains(GitState.DELETED);

    tree.commit(List.of(kept), "Gone");

    assertThat(tree.status().changed()).isEmpty();
  }

  @Test
  void whatIsStagedAndThenChangedAgainIsModified() throws Exception {
    tree.commit(List.of(kept), "Keep it");
    Files.writeString(kept, "two\n");
    try (Git git = Git.open(folder.toFile())) {
      git.add().addFilepattern("kept.yaml").call();
    }
    assertThat(tree.status().of(kept)).contains(GitState.MODIFIED);
  }

  @Test
  void ignoredFilesAreNoChange() throws Exception {
    Files.writeString(folder.resolve(".gitignore"), "*.tmp\n");
    Files.writeString(folder.resolve("a.tmp"), "x");
    assertThat(tree.status().of(folder.resolve("a.tmp"))).isEmpty();
  }

  @Test
  void theAuthorIsTheOneOfTheConfiguration() throws Exception {
    tree.commit(List.of(kept), "Keep it");
    try (Git git = Git.open(folder.toFile())) {
      RevCommit commit = git.log().call().iterator().next();
      assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("ada@example.com");
    }
  }

  @Test
  void aFileOutsideIsRefusedByName(@TempDir Path elsewhere) {
    assertThatThrownBy(() -> tree.commit(List.of(elsewhere.resolve("x.yaml")), "m"))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("x.yaml is not in the repository");
  }

  @Test
  void theRefusalOfAHookIsTold() throws Exception {
    Path hook = folder.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho not today >&2\nexit 1\n");
    Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));

    assertThatThrownBy(() -> tree.commit(List.of(kept), "m"))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("pre-commit")
        .hasMessageContaining("not today");
  }
}
