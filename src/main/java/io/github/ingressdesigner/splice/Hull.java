package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Two plans, one after the other, as one: what differs between the first text and the last. */
final class Hull {
  private Hull() {}

  static Map<FileId, TextEdits> of(
      PlanContext context, Map<FileId, TextEdits> first, Map<FileId, TextEdits> second) {
    Set<FileId> files = new HashSet<>(first.keySet());
    files.addAll(second.keySet());
    Map<FileId, TextEdits> result = new HashMap<>();
    for (FileId file : files) {
      SourceText before = context.files().get(file).text();
      SourceText after =
          before
              .apply(first.getOrDefault(file, TextEdits.NONE))
              .apply(second.getOrDefault(file, TextEdits.NONE));
      TextEdits edits = difference(before.string(), after.string());
      if (!edits.isEmpty()) {
        result.put(file, edits);
      }
    }
    return result;
  }

  /** The one range that differs. */
  static TextEdits difference(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shorter && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (head == before.length() && head == after.length()) {
      return TextEdits.NONE;
    }
    return TextEdits.of(
        new TextEdit(
            head,
            before.substring(head, before.length() - tail),
            after.substring(head, after.length() - tail)));
  }
}
