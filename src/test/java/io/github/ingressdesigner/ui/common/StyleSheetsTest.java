package io.github.ingressdesigner.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleSheetsTest {
  @Test
  void textScaleMultipliesTypeAndRowsButNoLines() {
    String css = ".a { -fx-font-size: 12px; -fx-min-height: 28px; -fx-border-width: 2px; }";

    assertThat(StyleSheets.scaled(css, 1.5))
        .isEqualTo(".a { -fx-font-size: 18.0px; -fx-min-height: 42.0px; -fx-border-width: 2px; }");
  }

  @Test
  void scaledSheetsAreGivenAsData() {
    assertThat(StyleSheets.urls(1.25)).allMatch(url -> url.startsWith("data:text/css;base64,"));
  }
}
