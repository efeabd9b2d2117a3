package io.github.ingressdesigner.workspace.settings;

import io.github.ingressdesigner.workspace.settings.Settings.Recent;
import io.github.ingressdesigner.workspace.settings.Settings.Session;
import io.github.ingressdesigner.workspace.settings.Settings.ThemeChoice;
import io.github.ingressdesigner.workspace.settings.Settings.WindowBounds;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Settings as lines of {@code key = value}, in the escapes of Java's property files. */
final class SettingsFormat {
  private static final String OTHER = "other.";

  private final Properties values;
  private final List<String> problems = new ArrayList<>();

  /** Settings read, with defaults where a value is bad, and what was bad, for people. */
  record Read(Settings settings, List<String> problems) {}

  private SettingsFormat(Properties values) {
    this.values = values;
  }

  static Read read(String text) {
    Properties values = new Properties();
    try {
      values.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      return new Read(Settings.DEFAULT, List.of("it is not a settings file"));
    }
    SettingsFormat format = new SettingsFormat(values);
    return new Read(format.settings(), List.copyOf(format.problems));
  }

  private Settings settings() {
    Settings d = Settings.DEFAULT;
    return new Settings(
        value("theme", v -> ThemeChoice.valueOf(v.toUpperCase(Locale.ROOT))).orElse(d.theme()),
        value("textScale", v -> number(v, Settings.SMALLEST_TEXT, Settings.LARGEST_TEXT))
            .orElse(d.textScale()),
        value("reducedMotion", SettingsFormat::flag).orElse(d.reducedMotion()),
        value("restoreSession", SettingsFormat::flag).orElse(d.restoreSession()),
        recent(),
        window(),
        session(),
        below(OTHER));
  }

  private <T> Optional<T> value(String key, Function<String, T> read) {
    String text = values.getProperty(key);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(text.strip()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      problems.add(key + " = " + text);
      return Optional.empty();
    }
  }

  private static double number(String text, double least, double most) {
    double number = Double.parseDouble(text);
    if (!(number >= least && number <= most)) {
      throw new IllegalArgumentException(text + ", expected " + least + " to " + most);
    }
    return number;
  }

  private static double place(String text) {
    return number(text, -100_000, 100_000);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text + ", expected true or false");
    };
  }

  private Map<String, String> below(String prefix) {
    Map<String, String> found = new HashMap<>();
    values
        .stringPropertyNames()
        .forEach(
            key -> {
              if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), values.getProperty(key));
              }
            });
    return found;
  }

  private List<Recent> recent() {
    List<Recent> found = new ArrayList<>();
    for (int i = 0; values.containsKey("recent." + i + ".path"); i++) {
      String path = values.getProperty("recent." + i + ".path");
      boolean folder = value("recent." + i + ".folder", SettingsFormat::flag).orElse(false);
      value("recent." + i + ".at", Instant::parse)
          .ifPresent(at -> found.add(new Recent(path, folder, at)));
    }
    return found;
  }

  private Optional<WindowBounds> window() {
    Optional<Double> x = value("window.x", SettingsFormat::place);
    Optional<Double> y = value("window.y", SettingsFormat::place);
    Optional<Double> width = value("window.width", v -> number(v, 1, 100_000));
    Optional<Double> height = value("window.height", v -> number(v, 1, 100_000));
    boolean maximized = value("window.maximized", SettingsFormat::flag).orElse(false);
    return x.isPresent() && y.isPresent() && width.isPresent() && height.isPresent()
        ? Optional.of(new WindowBounds(x.get(), y.get(), width.get(), height.get(), maximized))
        : Optional.empty();
  }

  private Session session() {
    List<String> files = new ArrayList<>();
    for (int i = 0; values.containsKey("session.file." + i); i++) {
      files.add(values.getProperty("session.file." + i));
    }
    return new Session(
        Optional.ofNullable(values.getProperty("session.folder")),
        files,
        Optional.ofNullable(values.getProperty("session.active")));
  }

  static String write(Settings s) {
    StringBuilder out = new StringBuilder("# Ingress Designer settings\n");
    line(out, "theme", s.theme().name().toLowerCase(Locale.ROOT));
    line(out, "textScale", Double.toString(s.textScale()));
    line(out, "reducedMotion", Boolean.toString(s.reducedMotion()));
    line(out, "restoreSession", Boolean.toString(s.restoreSession()));
    for (int i = 0; i < s.recent().size(); i++) {
      Recent recent = s.recent().get(i);
      line(out, "recent." + i + ".path", recent.path());
      line(out, "recent." + i + ".folder", Boolean.toString(recent.folder()));
      line(out, "recent." + i + ".at", recent.at().toString());
    }
    s.window()
        .ifPresent(
            w -> {
              line(out, "window.x", Double.toString(w.x()));
              line(out, "window.y", Double.toString(w.y()));
              line(out, "window.width", Double.toString(w.width()));
              line(out, "window.height", Double.toString(w.height()));
              line(out, "window.maximized", Boolean.toString(w.maximized()));
            });
    s.session().folder().ifPresent(folder -> line(out, "session.folder", folder));
    for (int i = 0; i < s.session().files().size(); i++) {
      line(out, "session.file." + i, s.session().files().get(i));
    }
    s.session().active().ifPresent(active -> line(out, "session.active", active));
    s.other().forEach((key, value) -> line(out, OTHER + key, value));
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append(escaped(key, true)).append(" = ").append(escaped(value, false)).append('\n');
  }

  private static String escaped(String text, boolean key) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case ' ' -> out.append(key || i == 0 || i == text.length() - 1 ? "\\ " : " ");
        case '=', ':', '#', '!' -> out.append(key ? "\\" : "").append(c);
        default -> {
          // A lone half of a character, in a file name say, has no bytes of its own.
          out.append(
              Character.isSurrogate(c) ? String.format("\\u%04X", (int) c) : Character.toString(c));
        }
      }
    }
    return out.toString();
  }
}
