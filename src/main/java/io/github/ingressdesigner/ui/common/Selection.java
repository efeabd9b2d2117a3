package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/**
 * What is selected in all views at once.
 *
 * @param origin the view that selected, so that it can ignore its own echo
 */
public record Selection(Optional<Location> at, Object origin) {
  /** Nothing is selected, and nobody in particular said so. */
  public static final Selection NONE = new Selection(Optional.empty(), "nobody");
}
