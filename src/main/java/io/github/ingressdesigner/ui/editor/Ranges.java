package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Lists of ranges in order of their starts, none overlapping. */
final class Ranges {
  private Ranges() {}

  /** The ranges that share something with another one, found without looking at all. */
  static List<TextRange> touching(List<TextRange> sorted, TextRange with) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).end() < with.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<TextRange> found = new ArrayList<>();
    for (int i = low; i < sorted.size() && sorted.get(i).start() <= with.end(); i++) {
      found.add(sorted.get(i));
    }
    return found;
  }
}
