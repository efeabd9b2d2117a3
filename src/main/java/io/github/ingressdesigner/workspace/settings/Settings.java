package io.github.ingressdesigner.workspace.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is remembered between starts. Immutable; the {@code with...} methods make changed copies.
 *
 * @param textScale 0.8 to 2
 * @param reducedMotion no motion, whatever the system says
 * @param restoreSession whether the files of the last session open again
 * @param recent newest first, at most {@link #MOST_RECENT}
 * @param other what rooms of the window keep for themselves, by a key of their own
 */
public record Settings(
    ThemeChoice theme,
    double textScale,
    boolean reducedMotion,
    boolean restoreSession,
    List<Recent> recent,
    Optional<WindowBounds> window,
    Session session,
    Map<String, String> other) {
  public static final int MOST_RECENT = 20;
  public static final double SMALLEST_TEXT = 0.8;
  public static final double LARGEST_TEXT = 2;

  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM, 1, false, true, List.of(), Optional.empty(), Session.NONE, Map.of());

  /** SYSTEM follows the desktop. */
  public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** A file or folder that was opened, and when. */
  public record Recent(String path, boolean folder, Instant at) {}

  /** In screen units. */
  public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}

  /** The files that were open, in order; untitled texts are not among them. */
  public record Session(Optional<String> folder, List<String> files, Optional<String> active) {
    public static final Session NONE = new Session(Optional.empty(), List.of(), Optional.empty());

    public Session {
      files = List.copyOf(files);
    }
  }

  public Settings {
    if (!(textScale >= SMALLEST_TEXT && textScale <= LARGEST_TEXT)) {
      throw new IllegalArgumentException("text scale " + textScale + ", expected 0.8 to 2");
    }
    other = Collections.unmodifiableMap(new TreeMap<>(other));
    recent = recent.stream().limit(MOST_RECENT).toList();
  }

  public Settings withTheme(ThemeChoice choice) {
    return new Settings(
        choice, textScale, reducedMotion, restoreSession, recent, window, session, other);
  }

  /**
   * @param scale is brought into its range
   */
  public Settings withTextScale(double scale) {
    double clamped = Math.clamp(scale, SMALLEST_TEXT, LARGEST_TEXT);
    return new Settings(
        theme, clamped, reducedMotion, restoreSession, recent, window, session, other);
  }

  public Settings withReducedMotion(boolean reduced) {
    return new Settings(theme, textScale, reduced, restoreSession, recent, window, session, other);
  }

  public Settings withRestoreSession(boolean restore) {
    return new Settings(theme, textScale, reducedMotion, restore, recent, window, session, other);
  }

  /** Puts a file or folder first among the recent ones. */
  public Settings withOpened(Recent opened) {
    List<Recent> all = new ArrayList<>();
    all.add(opened);
    recent.stream().filter(known -> !known.path().equals(opened.path())).forEach(all::add);
    return withRecent(all);
  }

  /** For clearing the list, or for taking out what is gone. */
  public Settings withRecent(List<Recent> all) {
    return new Settings(
        theme, textScale, reducedMotion, restoreSession, all, window, session, other);
  }

  public Settings withWindow(WindowBounds bounds) {
    return new Settings(
        theme,
        textScale,
        reducedMotion,
        restoreSession,
        recent,
        Optional.of(bounds),
        session,
        other);
  }

  public Settings withSession(Session now) {
    return new Settings(
        theme, textScale, reducedMotion, restoreSession, recent, window, now, other);
  }

  public Settings withOther(String key, String value) {
    Map<String, String> more = new TreeMap<>(other);
    more.put(key, value);
    return new Settings(
        theme, textScale, reducedMotion, restoreSession, recent, window, session, more);
  }
}
