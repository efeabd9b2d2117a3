package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.Optional;

/**
 * Where an element stands in the present text.
 *
 * @param text "Lines 22 to 28 of ingress.yaml"
 */
record Lines(String text, Location at, FileId file, TextRange range) {
  /** Empty where it stands in no open text, as that of an earlier version does. */
  static Optional<Lines> of(Snapshot snapshot, Location at) {
    FileId file = at.resource().file();
    return snapshot
        .file(file)
        .flatMap(
            state ->
                snapshot
                    .rangeOf(at)
                    .map(
                        range -> {
                          LineIndex lines = state.text().lines();
                          int first = lines.lineOf(range.start()) + 1;
                          int last = lines.lineOf(Math.max(range.start(), range.end() - 1)) + 1;
                          String key = first == last ? "compare.line" : "compare.lines";
                          String text =
                              Messages.text(
                                  key,
                                  Integer.toString(first),
                                  Integer.toString(last),
                                  file.name());
                          return new Lines(text, at, file, range);
                        }));
  }
}
