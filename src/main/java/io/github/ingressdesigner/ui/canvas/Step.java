package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.intent.Intent;
import java.util.Optional;

/** What a gesture comes to. */
sealed interface Step {
  /**
   * @param note worth telling beside it: that the drawing does not follow the file's order, say
   */
  record Do(Intent intent, Optional<String> note) implements Step {
    Do(Intent intent) {
      this(intent, Optional.empty());
    }
  }

  /** It is not possible; the sentence says why and what would be. */
  record Refuse(String reason) implements Step {}

  /** There is nothing to do. */
  record Nothing() implements Step {}
}
