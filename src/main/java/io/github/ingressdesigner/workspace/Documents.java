package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.text.TextRange;
import java.util.List;

/**
 * The documents of a text in order: their identities and slices, which cover the text without gaps.
 */
record Documents(List<DocumentId> ids, List<TextRange> ranges) {
  Documents {
    ids = List.copyOf(ids);
    ranges = List.copyOf(ranges);
    if (ids.size() != ranges.size()) {
      throw new IllegalArgumentException(ids.size() + " ids for " + ranges.size() + " documents");
    }
  }

  int size() {
    return ids.size();
  }

  Documents withIds(List<DocumentId> others) {
    return others.equals(ids) ? this : new Documents(others, ranges);
  }
}
