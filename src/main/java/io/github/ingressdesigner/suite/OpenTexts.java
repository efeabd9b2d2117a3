package io.github.ingressdesigner.suite;

import java.nio.file.Path;
import java.util.Optional;

/** Files that are open in an editor: what it shows goes before what stands on disk. */
public interface OpenTexts {
  OpenTexts NONE = file -> Optional.empty();

  /**
   * @param file normalised; relative where the suite's folder is
   */
  Optional<Manifests.Source> find(Path file);
}
