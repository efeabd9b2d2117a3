package io.github.ingressdesigner.ui.common;

import javafx.scene.paint.Color;

/**
 * A colour by its meaning, for code that draws by itself; style sheets name the same roles as
 * {@code -id-<role>}. A test compares the two.
 */
public enum Role {
  TEXT("#171C26", "#E8EBF0"),
  TEXT2("#465062", "#B4BCC9"),
  TEXT3("#5D6778", "#949EAE"),
  HOST("#0B5572", "#74C3DE"),
  HOST_BG("#E3F0F5", "#17303A"),
  PATH("#313A48", "#D3D9E2"),
  PATH_BG("#FFFFFF", "#1E232B"),
  BACKEND("#6B3AA6", "#C3A0F0"),
  BACKEND_BG("#F2EBFA", "#2C2340"),
  ACCENT("#2158D0", "#7AA5FF"),
  ACCENT_BG("#E4ECFC", "#22304D"),
  TRACED("#007A4D", "#3FD39A"),
  TRACED_BG("#DDF3E8", "#14382A"),
  DIM("#69727F", "#858F9D"),
  DIM_BG("#FAFBFC", "#191D23"),
  ERROR("#931B10", "#FF8473"),
  ERROR_BG("#FBE6E3", "#43201C"),
  WARNING("#8A5A00", "#F5CB3F"),
  WARNING_BG("#FFF3D6", "#3A2E14"),
  INFO("#3B4656", "#C3CBD7"),
  INFO_BG("#E8EDF3", "#272E38"),
  CHANGED("#A3238E", "#FA8FCB"),
  CHANGED_BG("#FBE7F7", "#432038"),
  STALE("#5F6875", "#9AA3B0"),
  STALE_BG("#EEF0F2", "#20242A"),
  CANVAS("#FFFFFF", "#16191F"),
  PANEL("#FAFBFC", "#1A1E25"),
  BG("#F3F5F8", "#14171C"),
  RAISED("#FFFFFF", "#232831"),
  SUNKEN("#EDF0F4", "#101318"),
  HOVER("#E8ECF2", "#2A303B"),
  TAG("#E9EDF2", "#2A303A"),
  SEL_LINE("#EEF3FD", "#1D2636"),
  EDGE("#778293", "#8590A1"),
  DIM_EDGE("#87919F", "#6A7484"),
  WARNING_FILL("#B97A00", "#F5CB3F"),
  LINE("#D8DDE5", "#323945"),
  LINE_STRONG("#828C9B", "#6B7686"),
  ON_ACCENT("#FFFFFF", "#0E1420"),
  SHADOW("#C9D0DA", "#0B0D11"),
  REMOVED_BG("#ECEFF3", "#262B33");

  private final Color light;
  private final Color dark;

  Role(String light, String dark) {
    this.light = Color.web(light);
    this.dark = Color.web(dark);
  }

  /** The colour in the light or the dark theme. */
  public Color color(boolean darkTheme) {
    return darkTheme ? dark : light;
  }

  /** The looked-up name in style sheets, {@code -id-host-bg} for example. */
  public String cssName() {
    return "-id-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
