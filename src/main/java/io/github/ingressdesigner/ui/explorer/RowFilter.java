package io.github.ingressdesigner.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines that hold a text, with all lines above them, and below a host or file that holds it.
 */
final class RowFilter {
  private final Rows rows;
  private final String text;
  private final Map<Object, List<Row>> kept = new HashMap<>();

  RowFilter(Rows rows, String text) {
    this.rows = rows;
    this.text = text.strip().toLowerCase(Locale.ROOT);
  }

  List<Row> files() {
    List<Row> files = new ArrayList<>();
    for (Row file : rows.files()) {
      if (keep(file)) {
        files.add(narrowed(file));
      }
    }
    return files;
  }

  /** The kept lines below a kept line. */
  List<Row> children(Row row) {
    return kept.getOrDefault(row.key(), List.of());
  }

  private boolean keep(Row row) {
    boolean matches = row.text().toLowerCase(Locale.ROOT).contains(text);
    List<Row> below = new ArrayList<>();
    for (Row child : rows.children(row)) {
      if (keep(child)) {
        below.add(narrowed(child));
      }
    }
    if (matches && below.isEmpty()) {
      keepAll(row);
      return true;
    }
    kept.put(row.key(), below);
    return matches || !below.isEmpty();
  }

  private void keepAll(Row row) {
    List<Row> below = rows.children(row);
    kept.put(row.key(), below);
    below.forEach(this::keepAll);
  }

  private Row narrowed(Row row) {
    return row.withChildren(kept.get(row.key()).size());
  }
}
