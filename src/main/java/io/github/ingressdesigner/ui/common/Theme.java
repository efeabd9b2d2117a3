package io.github.ingressdesigner.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Light or dark: the base theme, our tokens and sheets on top of it, and the bundled fonts.
 * Confined to the JavaFX thread.
 */
public final class Theme {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> SHEETS =
      List.of(
          "tokens",
          "common",
          "shell",
          "start",
          "explorer",
          "canvas",
          "editor",
          "tester",
          "problems",
          "settings");
  private static final List<String> FONTS =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "inter/Inter-Bold.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf",
          "jetbrains_mono/JetBrainsMono-Bold.ttf");

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  public Theme(boolean darkAtFirst) {
    loadFonts();
    setDark(darkAtFirst);
  }

  /** Whether the dark theme is on; drawing code repaints when it changes. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  public boolean isDark() {
    return dark.get();
  }

  /** Changes the theme of every scene that was given to {@link #install}. */
  public void setDark(boolean on) {
    Application.setUserAgentStylesheet(
        on
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dark.set(on);
  }

  /** Puts our sheets on a scene and keeps it in step; pop-ups inherit them from their owner. */
  public void install(Scene scene) {
    for (String sheet : SHEETS) {
      URL url = Theme.class.getResource("/io/github/ingressdesigner/css/" + sheet + ".css");
      if (url != null) {
        scene.getStylesheets().add(url.toExternalForm());
      }
    }
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
    dark.addListener((property, was, is) -> scene.getRoot().pseudoClassStateChanged(DARK, is));
    scene
        .rootProperty()
        .addListener((property, was, is) -> is.pseudoClassStateChanged(DARK, dark.get()));
  }

  /** Loads the bundled fonts; safe to call again. */
  public static void loadFonts() {
    for (String font : FONTS) {
      try (var in = Theme.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + font)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("bundled font missing or unreadable: " + font);
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException("cannot read bundled font " + font, e);
      }
    }
  }
}
