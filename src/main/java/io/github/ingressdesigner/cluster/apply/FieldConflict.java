package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that another manager set to another value.
 *
 * @param field as the API server writes it: {@code .spec.rules}
 * @param manager who owns it
 */
public record FieldConflict(String field, String manager) {
  /** What to do about a conflict. */
  public enum Choice {
    /** Their value stays; ours is not sent. */
    LEAVE,
    /** Ours replaces theirs, and the field is ours from then on. */
    TAKE
  }

  private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");

  static List<FieldConflict> of(ClusterException e) {
    List<FieldConflict> conflicts = new ArrayList<>();
    for (ClusterException.Cause cause : e.causes()) {
      Matcher manager = MANAGER.matcher(cause.message());
      if (cause.reason().equals("FieldManagerConflict")) {
        conflicts.add(
            new FieldConflict(
                cause.field(), manager.find() ? manager.group(1) : "another manager"));
      }
    }
    return conflicts;
  }
}
