package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Style;

/**
 * How a text is written, so that what is added looks like the rest.
 *
 * @param step columns by which a mapping stands inside its parent
 * @param dashIndent columns by which the dashes of a list stand inside their key: 0 or the step
 * @param dashGap spaces behind a dash
 * @param quote the quotes to take where some are needed
 * @param json whether keys and strings are all in double quotes, as in JSON
 * @param colon what stands between key and value in flow style
 * @param comma what stands between elements on one line in flow style
 * @param padMap whether there are spaces inside the braces of a flow mapping
 * @param padList whether there are spaces inside the brackets of a flow list
 */
public record YamlHabits(
    int step,
    int dashIndent,
    int dashGap,
    Style quote,
    boolean json,
    String colon,
    String comma,
    boolean padMap,
    boolean padList) {
  public static final YamlHabits DEFAULT =
      new YamlHabits(2, 0, 1, Style.DOUBLE_QUOTED, false, ": ", ", ", false, false);

  /**
   * The habits around a node: its own inside counts first, then its parent's, and so on to the
   * whole document. Looks at some hundred nodes at most on each level.
   */
  public static YamlHabits near(YamlCursor cursor, String slice) {
    HabitsReader reader = new HabitsReader(slice);
    YamlCursor at = cursor;
    while (true) {
      reader.read(at);
      if (at.parent().isEmpty()) {
        return reader.result();
      }
      at = at.parent().get();
    }
  }
}
