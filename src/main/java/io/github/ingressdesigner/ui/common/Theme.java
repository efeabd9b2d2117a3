package io.github.ingressdesigner.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * Light or dark, the size of text, and motion: the base theme, our tokens and sheets on top of it,
 * and the bundled fonts. Confined to the JavaFX thread.
 */
public final class Theme {
  /** What a person chose; SYSTEM follows the desktop while the application runs. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> FONTS =
      List.of(
          "inter/Inter-Regular.otf",
          "inter/Inter-SemiBold.otf",
          "inter/Inter-Bold.otf",
          "jetbrains_mono/JetBrainsMono-Regular.ttf",
          "jetbrains_mono/JetBrainsMono-Bold.ttf");

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reducedMotion = new ReadOnlyBooleanWrapper();
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
  private Choice choice;
  private boolean calm;
  private boolean dressed;

  public Theme(boolean darkAtFirst) {
    this(darkAtFirst ? Choice.DARK : Choice.LIGHT);
  }

  public Theme(Choice choice) {
    loadFonts();
    this.choice = choice;
    Platform.Preferences system = Platform.getPreferences();
    system.colorSchemeProperty().addListener((property, was, is) -> choose(this.choice));
    system.reducedMotionProperty().addListener((property, was, is) -> setReducedMotion(calm));
    setReducedMotion(false);
    choose(choice);
    textScale.addListener((property, was, is) -> scenes.forEach(this::applySheets));
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::darken);
                  }
                });
  }

  /** Whether the dark theme is on; drawing code repaints when it changes. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  public boolean isDark() {
    return dark.get();
  }

  /** Follows the desktop or keeps to one theme. */
  public void choose(Choice wanted) {
    choice = wanted;
    switch (wanted) {
      case LIGHT -> setDark(false);
      case DARK -> setDark(true);
      case SYSTEM -> setDark(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }
  }

  /** Changes the theme of every scene that was given to {@link #install}. */
  public void setDark(boolean on) {
    if (dressed && dark.get() == on) {
      return;
    }
    dressed = true;
    Application.setUserAgentStylesheet(
        on
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dark.set(on);
    scenes.forEach(this::applyDark);
    Window.getWindows().forEach(this::darken);
  }

  /** Multiplies the sizes of text, 1 being normal; drawing code multiplies its own by it. */
  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** Whether nothing may move: by the desktop's wish or by ours. */
  public ReadOnlyBooleanProperty reducedMotionProperty() {
    return reducedMotion.getReadOnlyProperty();
  }

  /** Turns motion off, or leaves it to the desktop. */
  public void setReducedMotion(boolean off) {
    calm = off;
    reducedMotion.set(off || Platform.getPreferences().isReducedMotion());
  }

  /** How long a movement of so many milliseconds may take: nothing where motion is reduced. */
  public Duration motion(double millis) {
    return Duration.millis(reducedMotion.get() ? 0 : millis);
  }

  /** Puts our sheets on a scene and keeps it in step; pop-ups follow the window that owns them. */
  public void install(Scene scene) {
    scenes.add(scene);
    applySheets(scene);
    applyDark(scene);
    scene.rootProperty().addListener((property, was, is) -> applyDark(scene));
  }

  private void applySheets(Scene scene) {
    scene.getStylesheets().setAll(StyleSheets.urls(textScale.get()));
  }

  private void applyDark(Scene scene) {
    scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
  }

  /** A pop-up takes the sheets of its owner but not the state of its root. */
  private void darken(Window window) {
    Window owner = window;
    while (owner instanceof PopupWindow popup && popup.getOwnerWindow() != null) {
      owner = popup.getOwnerWindow();
    }
    if (owner != window && window.getScene() != null && scenes.contains(owner.getScene())) {
      applyDark(window.getScene());
    }
  }

  /** Loads the bundled fonts; safe to call again. */
  public static void loadFonts() {
    for (String font : FONTS) {
      try (var in = Theme.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + font)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("bundled font missing or unreadable: " + font);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read bundled font " + font, e);
      }
    }
  }
}
