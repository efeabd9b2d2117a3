package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.route.Dialect;
import java.util.List;

/**
 * Which controller decides in a window, and why.
 *
 * @param deciding with its settings
 * @param reason why this one, one sentence
 * @param standsFor the controller that is not modelled and for which this one answers; may be empty
 * @param byFiles what would decide if the person had not chosen
 * @param canKeep whether there is a place to keep the choice in
 * @param kept whether the settings file names it
 */
record ControllerState(
    Dialect deciding,
    Origin origin,
    String reason,
    String standsFor,
    Dialect byFiles,
    boolean canKeep,
    boolean kept) {
  /** Who says that it decides. */
  enum Origin {
    PERSON,
    SETTINGS_FILE,
    FILES,
    /** Nothing tells, so the one that the person prefers. */
    PREFERENCE
  }

  /** Keys of settings that are not what they would be by default. */
  List<String> changed() {
    return deciding.changed();
  }
}
