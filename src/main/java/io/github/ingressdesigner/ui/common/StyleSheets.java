package io.github.ingressdesigner.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Our style sheets as addresses, with their type and row sizes multiplied by the text scale. */
final class StyleSheets {
  private static final List<String> NAMES =
      List.of(
          "tokens",
          "common",
          "shell",
          "start",
          "explorer",
          "canvas",
          "editor",
          "inspector",
          "help",
          "certificate",
          "tester",
          "problems",
          "suite",
          "settings",
          "cluster",
          "compare",
          "replay");

  /** Sizes that hold text; lines, radii and gaps stay as they are. */
  private static final Pattern SIZE =
      Pattern.compile(
          "(-fx-(?:(?:font|icon)-size|(?:min|pref|max)-(?:height|width)|(?:fixed-)?cell-size|size|tab-(?:min|max)-height)"
              + "\\s*:\\s*)([0-9.]+)px");

  private StyleSheets() {}

  /**
   * @param scale 1 for the sheets as they are
   */
  static List<String> urls(double scale) {
    List<String> urls = new ArrayList<>();
    for (String name : NAMES) {
      URL url = StyleSheets.class.getResource("/io/github/ingressdesigner/css/" + name + ".css");
      if (url != null) {
        urls.add(scale == 1 ? url.toExternalForm() : asData(scaled(read(url), scale)));
      }
    }
    return urls;
  }

  static String scaled(String css, double scale) {
    return SIZE.matcher(css)
        .replaceAll(m -> m.group(1) + Double.parseDouble(m.group(2)) * scale + "px");
  }

  private static String read(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read style sheet " + url, e);
    }
  }

  private static String asData(String css) {
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
