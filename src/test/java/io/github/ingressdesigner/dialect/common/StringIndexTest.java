package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StringIndexTest {
  @Test
  void findsWhatAHashMapFinds() {
    Random random = new Random(7);
    StringIndex index = new StringIndex(500);
    Map<String, Integer> map = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      String key = Integer.toString(random.nextInt(600), 3);
      Integer before = map.put(key, i);
      assertThat(index.put(key, i)).isEqualTo(before == null ? StringIndex.NONE : before);
    }
    for (int i = 0; i < 600; i++) {
      String key = Integer.toString(i, 3);
      assertThat(index.get(key)).isEqualTo(map.getOrDefault(key, StringIndex.NONE));
    }
  }

  @Test
  void findsAPartOfAText() {
    StringIndex index = new StringIndex(1);
    index.put("bc", 4);
    assertThat(index.get("abcd", 1, 3, "bc".hashCode())).isEqualTo(4);
  }

  @Test
  void keysOfEqualHashAreKeptApart() {
    StringIndex index = new StringIndex(2);
    index.put("Aa", 1);
    index.put("BB", 2);
    assertThat(index.get("Aa")).isEqualTo(1);
    assertThat(index.get("BB")).isEqualTo(2);
  }

  @Test
  void moreKeysThanAnnouncedAreRefused() {
    StringIndex index = new StringIndex(0);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                index.put("k" + i, i);
              }
            })
        .isInstanceOf(IllegalStateException.class);
  }
}
