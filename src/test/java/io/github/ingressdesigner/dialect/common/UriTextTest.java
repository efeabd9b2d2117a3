package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class UriTextTest {
  @Test
  void bytesAreOneCharEach() {
    assertThat(UriText.bytes("/caf\u00e9")).isEqualTo("/caf\u00c3\u00a9");
    assertThat(UriText.text("/caf\u00c3\u00a9")).isEqualTo("/caf\u00e9");
  }

  @Test
  void allEscapesAreDecodedOnce() {
    assertThat(UriText.decoded("/a%2Fb%2520%c3%A9")).contains("/a/b%20\u00c3\u00a9");
  }

  @Test
  void escapesThatStayGetUpperCaseDigits() {
    assertThat(UriText.decoded("/%66oo%2f%7e", UriText::isUnreserved)).contains("/foo%2F~");
  }

  @Test
  void badEscapesAreReported() {
    assertThat(UriText.decoded("/a%")).isEmpty();
    assertThat(UriText.decoded("/a%4")).isEmpty();
    assertThat(UriText.decoded("/a%zz")).isEmpty();
    assertThat(UriText.decoded("/a%\u0664\u0661")).isEmpty();
  }

  @Test
  void escapesAreFoundInEitherCase() {
    assertThat(UriText.hasEscape("/a%2f", '/')).isTrue();
    assertThat(UriText.hasEscape("/a%2e%2F", '/')).isTrue();
    assertThat(UriText.hasEscape("/a/%2e", '/')).isFalse();
  }

  @Test
  void slashesAreMerged() {
    assertThat(UriText.mergedSlashes("//a///b//")).isEqualTo("/a/b/");
  }

  @Test
  void dotsAreResolvedWithTheSlashBeforeThemKept() {
    assertThat(UriText.withoutDots("/a/./b/../c")).contains("/a/c");
    assertThat(UriText.withoutDots("/a/b/..")).contains("/a/");
    assertThat(UriText.withoutDots("/a/.")).contains("/a/");
    assertThat(UriText.withoutDots("/a//..")).contains("/a/");
    assertThat(UriText.withoutDots("/a/..")).contains("/");
    assertThat(UriText.withoutDots("/.a/..b/c.")).contains("/.a/..b/c.");
  }

  @Test
  void nothingIsAboveTheRoot() {
    assertThat(UriText.withoutDots("/a/../../b")).isEmpty();
    assertThat(UriText.withoutDots("/..")).isEmpty();
    assertThat(UriText.withoutDotsFromRoot("/a/../../b")).isEqualTo("/b");
    assertThat(UriText.withoutDotsFromRoot("/..")).isEqualTo("/");
  }

  @Test
  void cleaningDropsTheSlashOfALastDotElementOnly() {
    assertThat(UriText.cleaned("/dir/.")).isEqualTo("/dir");
    assertThat(UriText.cleaned("/dir/x/..")).isEqualTo("/dir");
    assertThat(UriText.cleaned("/dir/x/../")).isEqualTo("/dir/");
    assertThat(UriText.cleaned("//dir//./b//")).isEqualTo("/dir/b/");
    assertThat(UriText.cleaned("/../..")).isEqualTo("/");
  }

  @Test
  void nginxEscapesWhatMayNotStandInAUri() {
    assertThat(UriText.encodedAsNginx("/a b?c%d+e\u00c3{}~'"))
        .isEqualTo("/a%20b%3Fc%25d+e%C3%7B%7D~'");
  }

  @Test
  void whatDoesNotChangeIsTheSameObject() {
    String path = "/a.b/%2F/c/d..";
    assertThat(UriText.bytes(path)).isSameAs(path);
    assertThat(UriText.text(path)).isSameAs(path);
    assertThat(UriText.decoded(path, UriText::isUnreserved).orElseThrow()).isSameAs(path);
    assertThat(UriText.mergedSlashes(path)).isSameAs(path);
    assertThat(UriText.withoutDots(path).orElseThrow()).isSameAs(path);
    assertThat(UriText.cleaned(path)).isSameAs(path);
    assertThat(UriText.encodedAsNginx("/a:b")).isEqualTo("/a:b");
  }

  @Test
  void noStepChangesAPlainPath() {
    Random random = new Random(4);
    int plain = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("/");
      for (int n = random.nextInt(8); n > 0; n--) {
        text.append("/.a%2e~ \u00e9".charAt(random.nextInt(9)));
      }
      String path = text.toString();
      if (UriText.isPlain(path)) {
        plain++;
        assertThat(UriText.decoded(path)).isEqualTo(Optional.of(path));
        UnaryOperator<String> all =
            p -> UriText.encodedAsNginx(UriText.cleaned(UriText.mergedSlashes(UriText.bytes(p))));
        assertThat(all.apply(path)).isSameAs(path);
        assertThat(UriText.withoutDots(path)).contains(path);
      }
    }
    assertThat(plain).isGreaterThan(1000);
  }
}
