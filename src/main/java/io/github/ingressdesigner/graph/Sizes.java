package io.github.ingressdesigner.graph;

/** Sizes of the drawing in pixels at 100 %. */
public final class Sizes {
  public static final double MARGIN = 20;
  public static final double MARGIN_NARROW = 12;

  /** Height of the strip with the column heads above the first row. */
  public static final double TOP = 40;

  /** Free space below the last row. */
  public static final double BOTTOM = 24;

  public static final double HOST_HEIGHT = 44;
  public static final double HOST_MIN = 168;
  public static final double HOST_TEXT = 36;
  public static final double PATH_HEIGHT = 32;
  public static final double PATH_MIN = 200;
  public static final double PATH_TEXT = 61;
  public static final double BACKEND_HEIGHT = 32;
  public static final double BACKEND_MIN = 120;
  public static final double BACKEND_TEXT = 14;

  /** So far the columns give way where the room is too narrow for the names. */
  static final double HOST_LEAST = 160;

  static final double PATH_LEAST = 168;
  static final double BACKEND_LEAST = 108;

  public static final double COLUMN_MAX = 320;
  public static final double TAG_WIDTH = 46;
  public static final double TAG_HEIGHT = 18;
  public static final double SIGN = 14;

  /** Between the centres of two rows of a host, where there is room, and where there is not. */
  public static final double PITCH = 44;

  public static final double PITCH_NARROW = 40;

  /** Height of the line with the name of a namespace. */
  public static final double SECTION_HEAD = 40;

  /** Between two tracks of namespaces. */
  public static final double TRACK_GAP = 48;

  /** Between the last row of a host and the first of the next. */
  public static final double GROUP_PITCH = 84;

  public static final double CHIP_HEIGHT = 20;
  public static final double CHIP_BELOW = 6;
  public static final double CHIP_GAP = 6;
  public static final double CHIP_LINE_GAP = 4;
  public static final double CHIP_PADDING = 6;

  /** Icon and space before the text of a chip that has one. */
  public static final double CHIP_ICON = 16;

  static final double HOST_GAP_MIN = 24;
  static final double HOST_GAP_MAX = 72;
  static final double BACKEND_GAP_MIN = 32;
  static final double BACKEND_GAP_MAX = 200;

  private Sizes() {}
}
