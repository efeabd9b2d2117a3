package io.github.ingressdesigner.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void sheetAndCodeNameTheSameColours() throws IOException {
    String css;
    try (var in = RoleTest.class.getResourceAsStream("/io/github/ingressdesigner/css/tokens.css")) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    int dark = css.indexOf(".root:dark");
    assertThat(colours(css.substring(0, dark))).isEqualTo(roles(false));
    assertThat(colours(css.substring(dark))).isEqualTo(roles(true));
  }

  private static Map<String, Color> roles(boolean dark) {
    Map<String, Color> roles = new HashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.cssName(), role.color(dark));
    }
    return roles;
  }

  private static Map<String, Color> colours(String css) {
    Map<String, Color> colours = new HashMap<>();
    Matcher matcher = Pattern.compile("(-id-[a-z0-9-]+): (#[0-9A-F]{6});").matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), Color.web(matcher.group(2)));
    }
    return colours;
  }
}
