package io.github.ingressdesigner.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours by their meaning, from the one sheet that names them. */
final class Palette {
  private static final String SHEET = "/io/github/ingressdesigner/css/tokens.css";
  private static final Pattern TOKEN = Pattern.compile("-id-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6});");

  private final Map<String, String> light = new HashMap<>();
  private final Map<String, String> dark = new HashMap<>();

  Palette() {
    String sheet = read();
    int split = sheet.indexOf(".root:dark");
    collect(sheet.substring(0, split), light);
    collect(sheet.substring(split), dark);
  }

  private static String read() {
    try (InputStream in = Palette.class.getResourceAsStream(SHEET)) {
      if (in == null) {
        throw new IllegalStateException("no " + SHEET + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(String sheet, Map<String, String> into) {
    Matcher token = TOKEN.matcher(sheet);
    while (token.find()) {
      into.putIfAbsent(token.group(1), token.group(2));
    }
  }

  /** The colour of a role, {@code host-bg} for example, as SVG writes it. */
  String color(String role, boolean inDark) {
    String color = (inDark ? dark : light).get(role);
    if (color == null) {
      throw new IllegalArgumentException("no colour for the role " + role);
    }
    return color;
  }
}
