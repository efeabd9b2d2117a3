package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextEdits;
import java.util.Map;
import java.util.Optional;

/**
 * One undoable change of the texts of one or more files.
 *
 * @param label for people: "Add path /api to shop.example"
 * @param kind typing may join the change before it; nothing else does
 * @param focus what to select after it was applied
 */
public record Change(
    String label, Kind kind, Map<FileId, TextEdits> edits, Optional<Location> focus) {
  /** Where a change comes from. */
  public enum Kind {
    TYPING,
    GESTURE,
    RELOAD
  }

  public Change {
    edits = Map.copyOf(edits);
  }
}
