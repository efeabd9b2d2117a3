package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last few edits of a text, so that a reader that knows an older version can tell what changed
 * since then.
 *
 * @param from the oldest version that can be asked about
 */
record EditTrail(long from, List<Step> steps) {
  private static final int LONGEST = 32;

  record Step(long version, TextEdits edits) {}

  static EditTrail startingAt(long version) {
    return new EditTrail(version, List.of());
  }

  EditTrail plus(long version, TextEdits edits) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(version, edits));
    if (longer.size() <= LONGEST) {
      return new EditTrail(from, List.copyOf(longer));
    }
    return new EditTrail(longer.getFirst().version(), List.copyOf(longer.subList(1, LONGEST + 1)));
  }

  /** The edits that made the newest text of the text at a version; empty where not remembered. */
  Optional<TextEdits> since(long version) {
    if (version < from) {
      return Optional.empty();
    }
    TextEdits all = TextEdits.NONE;
    for (Step step : steps) {
      if (step.version() > version) {
        all = all.then(step.edits());
      }
    }
    return Optional.of(all);
  }
}
