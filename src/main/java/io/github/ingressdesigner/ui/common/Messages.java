package io.github.ingressdesigner.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Texts for people, one properties file for each room; a key begins with the name of its room. */
public final class Messages {
  /** The rooms that have a file of texts. */
  public static final List<String> ROOMS =
      List.of(
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
          "replay",
          "dialogs");

  private static final Properties TEXTS = load();

  private Messages() {}

  /**
   * The text of a key with its arguments put in, in the manner of {@link MessageFormat}.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  public static String text(String key, Object... arguments) {
    String pattern = TEXTS.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text for " + key);
    }
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
  }

  private static Properties load() {
    Properties all = new Properties();
    for (String room : ROOMS) {
      String file = "/io/github/ingressdesigner/messages/" + room + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(file)) {
        if (in != null) {
          all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return all;
  }
}
