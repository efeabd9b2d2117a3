package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuffixHostsTest {
  private final SuffixHosts hosts =
      SuffixHosts.of(List.of("a.x", "*.x", "*.B.x", "*.b.x", "*.y.z"));

  @Test
  void theLongestOverAnyNumberOfLabelsIsFound() {
    assertThat(hosts.find("a.x")).isEqualTo(1);
    assertThat(hosts.find("a.c.x")).isEqualTo(1);
    assertThat(hosts.find("a.b.x")).isEqualTo(2);
    assertThat(hosts.find("c.a.b.x")).isEqualTo(2);
  }

  @Test
  void theHostItselfIsNotBelowIt() {
    assertThat(hosts.find("y.z")).isEqualTo(SuffixHosts.NONE);
    assertThat(hosts.find(".y.z")).isEqualTo(SuffixHosts.NONE);
    assertThat(hosts.find("ay.z")).isEqualTo(SuffixHosts.NONE);
  }

  @Test
  void shorterOnesFollow() {
    assertThat(hosts.find("a.b.x", "*.b.x".length())).isEqualTo(1);
    assertThat(hosts.find("a.b.x", "*.x".length())).isEqualTo(SuffixHosts.NONE);
  }
}
