package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.cluster.KubeObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a pull would write.
 *
 * @param folder where
 * @param files in the order of their paths
 */
public record PullPlan(Path folder, List<Item> files) {
  /** How an object stands to what is in the folder. */
  public enum State {
    /** The folder does not have it. */
    NEW,
    /** The folder has it with the same meaning; its text is left as it is. */
    SAME,
    /** The folder has it with another meaning. */
    DIFFERENT,
    /**
     * The folder has it with another meaning, in a file with more in it, or that cannot be read: it
     * is not ours to write over.
     */
    BY_HAND
  }

  /**
   * One object.
   *
   * @param path absolute: where the folder has it, else where it goes
   * @param before the file as it is; empty where there is none
   * @param after the file as a pull would write it
   */
  public record Item(
      KubeObject.Key key, Path path, State state, Optional<String> before, String after) {}

  public PullPlan {
    files = List.copyOf(files);
  }

  public List<Item> in(State state) {
    return files.stream().filter(item -> item.state() == state).toList();
  }
}
