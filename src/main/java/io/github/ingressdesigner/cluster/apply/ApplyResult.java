package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import java.util.List;
import java.util.Optional;

/** What came of an apply, object by object in their order. */
public record ApplyResult(List<One> objects) {
  /** What came of one object. */
  public enum Done {
    APPLIED,
    /** Nothing had to be written, or the person left all of it. */
    UNCHANGED,
    FAILED,
    /** It comes after one that failed. */
    NOT_TRIED
  }

  /**
   * @param before as it was right before
   * @param after as it was read again right after
   * @param journal the number in the journal, where something was sent
   */
  public record One(
      ApplyStep step,
      Done done,
      Optional<KubeObject> before,
      Optional<KubeObject> after,
      List<String> warnings,
      Optional<ClusterException> failure,
      Optional<Integer> journal) {
    public One {
      warnings = List.copyOf(warnings);
    }
  }

  public ApplyResult {
    objects = List.copyOf(objects);
  }

  public boolean isComplete() {
    return objects.stream()
        .allMatch(one -> one.done() == Done.APPLIED || one.done() == Done.UNCHANGED);
  }

  public List<One> in(Done done) {
    return objects.stream().filter(one -> one.done() == done).toList();
  }
}
