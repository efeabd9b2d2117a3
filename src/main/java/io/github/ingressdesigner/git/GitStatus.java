package io.github.ingressdesigner.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A working tree beside HEAD.
 *
 * @param root the folder that holds {@code .git}
 * @param branch its short name; the short commit id where HEAD is on no branch
 * @param unborn whether the branch has no commit yet
 * @param changed files that differ from HEAD, by absolute path; ignored ones are left out
 */
public record GitStatus(Path root, String branch, boolean unborn, Map<Path, GitState> changed) {
  public GitStatus {
    changed = Map.copyOf(changed);
  }

  /** How a file differs from HEAD; empty where it does not. */
  public Optional<GitState> of(Path file) {
    return Optional.ofNullable(changed.get(file));
  }
}
