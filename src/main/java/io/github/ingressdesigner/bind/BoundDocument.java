package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.Resource;
import java.util.List;

/** The resources of one document (several for a {@code kind: List}) and what is wrong with them. */
public record BoundDocument(List<Bound> resources, List<BindProblem> problems) {
  /**
   * @param item index in a {@code kind: List}, or -1
   */
  public record Bound(int item, Resource resource) {}

  public BoundDocument {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }
}
