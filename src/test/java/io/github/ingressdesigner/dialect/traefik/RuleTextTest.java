package io.github.ingressdesigner.dialect.traefik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.traefik.RuleText.Form;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  @Test
  void bytesAreThoseOfTheText() {
    Random random = new Random(31);
    String letters = "/ab.\"\\é€\u00a0\u0007\t\u007f\ud83d\ude00* ";
    for (int i = 0; i < 2000; i++) {
      StringBuilder path = new StringBuilder("/");
      for (int k = random.nextInt(8); k > 0; k--) {
        path.appendCodePoint(letters.codePointAt(random.nextInt(letters.length())));
      }
      List<String> hosts =
          List.of("a.test", "*.b.test", "c.example.com").subList(0, random.nextInt(4));
      Form form = Form.values()[random.nextInt(Form.values().length)];
      String text = RuleText.of(hosts, form, path.toString());
      if (StandardCharsets.UTF_8.newEncoder().canEncode(path)) {
        assertThat(RuleText.bytes(hosts, form, path.toString()))
            .as(text)
            .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
      }
    }
  }

  @Test
  void textIsQuotedAsGoDoesIt() {
    assertThat(RuleText.quoted("/a\"\\\t\u0001é\u00a0\u007f"))
        .isEqualTo("\"/a\\\"\\\\\\t\\x01é\\u00a0\\x7f\"");
  }

  @Test
  void namesKeepLettersAndNumbersOnly() {
    assertThat(RouterNames.normalized("default-web-*.api.x/é//1_"))
        .isEqualTo("default-web-api-x-é-1");
  }
}
