package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.text.FileBytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the window does for the comparison. All methods are called on the JavaFX thread. */
public interface CompareDesk {
  /** All controllers with their settings of the folder. */
  List<Dialect> controllers();

  /** What was last read or saved of a file; empty for a text that has none. */
  Optional<FileBytes> saved(FileId file);

  /**
   * Shows the settings of a controller, to be changed for this comparison alone.
   *
   * @param keep takes what is set
   */
  void askSettings(Dialect dialect, Consumer<DialectConfig> keep);

  /** Puts a request into the tester and shows its answer. */
  void openInTester(Request request);

  /**
   * Asks for a place and writes a report there.
   *
   * @param name proposed
   */
  void export(String name, String text);

  /** Leaves the comparison. */
  void close();
}
