package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/** What a planned intent is called, and what to select when it is done. */
record Aim(String label, Optional<Location> focus) {
  static Aim at(String label, Location focus) {
    return new Aim(label, Optional.of(focus));
  }
}
