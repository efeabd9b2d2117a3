package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BitsSeenTest {
  @Test
  void saysWhatASetWouldSay() {
    Random random = new Random(5);
    BitsSeen seen = new BitsSeen(10);
    Set<Long> set = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      long bits = UriText.plainBits("/a" + random.nextInt(5_000));
      assertThat(seen.add(bits)).isEqualTo(set.add(bits));
    }
  }

  @Test
  void takesNothingAsNewEachTime() {
    BitsSeen seen = new BitsSeen(1);
    assertThat(seen.add(UriText.NOT_PLAIN)).isTrue();
    assertThat(seen.add(UriText.NOT_PLAIN)).isTrue();
  }

  @Test
  void differentPlainPathsHaveDifferentBits() {
    Set<Long> bits = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      bits.add(UriText.plainBits("/" + i));
      bits.add(UriText.plainBits("/" + i + "/"));
    }
    assertThat(bits).hasSize(100_000);
  }

  @Test
  void pathsThatAreNotPlainHaveNoBits() {
    for (String path :
        new String[] {"", "a", "//", "/a//b", "/.a", "/a/..", "/a b", "/ä", "/%41"}) {
      assertThat(UriText.plainBits(path)).as(path).isEqualTo(UriText.NOT_PLAIN);
      assertThat(path.startsWith("/") && UriText.isPlain(path)).as(path).isFalse();
    }
  }
}
