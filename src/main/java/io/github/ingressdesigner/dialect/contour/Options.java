package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import java.util.List;

/**
 * Flags and keys of Contour's configuration file that change routing.
 *
 * @param classes what is served; none for {@code contour} and no class
 */
public record Options(
    List<String> classes, boolean mergesSlashes, boolean stripsDot, boolean externalNames) {
  private static final String CLASSES = "ingress-class-name";
  private static final String NO_MERGE = "disableMergeSlashes";
  private static final String STRIP_DOT = "stripTrailingHostDot";
  private static final String EXTERNAL = "enableExternalNameService";

  /** What the user may set. */
  public static final List<Setting> SETTINGS =
      List.of(
          Setting.text(
              CLASSES,
              "",
              "Flag: classes that are served, separated by commas. Without it, contour and none."),
          Setting.flag(
              NO_MERGE,
              false,
              "Key of the configuration file: several slashes in a row stay as they are."),
          Setting.flag(
              STRIP_DOT,
              false,
              "Key of the configuration file: a dot at the end of the host is cut. Without it,"
                  + " such a host is another one."),
          Setting.flag(
              EXTERNAL,
              false,
              "Key of the configuration file: Services of type ExternalName are served. Without"
                  + " it, their paths are skipped."));

  public Options {
    classes = List.copyOf(classes);
  }

  static Options of(DialectConfig config) {
    String classes = config.get(CLASSES, "");
    return new Options(
        classes.isEmpty() ? List.of() : List.of(classes.split(",")),
        !config.isOn(NO_MERGE, false),
        config.isOn(STRIP_DOT, false),
        config.isOn(EXTERNAL, false));
  }
}
