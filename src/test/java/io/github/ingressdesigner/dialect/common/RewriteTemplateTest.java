package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.common.RewriteTemplate.Style;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewriteTemplateTest {
  private static final Captures CAPTURES =
      new Captures(0, 5, List.of(Optional.of("whole"), Optional.of("one"), Optional.empty()));

  private static String expand(Style style, String text) {
    return RewriteTemplate.of(style, text).expand(CAPTURES, name -> "<" + name + ">");
  }

  @Test
  void nginxTakesOneDigitAndNames() {
    assertThat(expand(Style.NGINX, "/$1/$10/$2$3$")).isEqualTo("/one/one0/$");
    assertThat(expand(Style.NGINX, "/$host/${uri}x${1}")).isEqualTo("/<host>/<uri>x<1>");
    assertThat(RewriteTemplate.of(Style.NGINX, "/$1/$host$uri").names())
        .containsExactly("host", "uri");
  }

  @Test
  void goTakesTheLongestName() {
    assertThat(expand(Style.GO, "/$1x/${1}x/$1/$$1")).isEqualTo("/<1x>/onex/one/$1");
  }

  @Test
  void backslashTakesOneDigit() {
    assertThat(expand(Style.BACKSLASH, "/\\1\\0\\2\\10\\\\1\\.$1\\"))
        .isEqualTo("/onewholeone0\\1.$1\\");
  }

  @Test
  void dollarTakesAllDigitsAndCanBeEscaped() {
    assertThat(expand(Style.DOLLAR, "/$1/${1}a/\\$1/$12/$x")).isEqualTo("/one/onea/$1//$x");
  }
}
