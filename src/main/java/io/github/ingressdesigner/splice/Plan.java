package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextEdits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of an intent. */
public sealed interface Plan {
  /**
   * Proved edits, in offsets of whole files.
   *
   * @param focus what to select afterwards
   * @param note worth telling: comments that go along, say
   */
  record Ready(
      String label, Map<FileId, TextEdits> edits, Optional<Location> focus, Optional<String> note)
      implements Plan {
    public Ready {
      edits = Map.copyOf(edits);
    }
  }

  /** The text is ambiguous for the user: each option carries the intent to plan instead. */
  record NeedsChoice(String question, List<Option> options) implements Plan {
    /** One answer, as the button says it, and the intent to plan when it is given. */
    public record Option(String label, Intent intent) {}

    public NeedsChoice {
      options = List.copyOf(options);
    }
  }

  /** Not safely possible; nothing changes. */
  record Refused(String reason, Optional<Location> at) implements Plan {}
}
