package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaterTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void nothingIsMadeBeforeItIsAsked() {
    Later<Object> later = new Later<>(this::make);
    assertThat(made).hasValue(0);
    assertThat(later.get()).isEqualTo("made 1");
  }

  @Test
  void itIsMadeOnceHoweverManyThreadsAsk() {
    Later<Object> later = new Later<>(this::make);
    assertThat(IntStream.range(0, 1000).parallel().mapToObj(i -> later.get()))
        .containsOnly("made 1");
    assertThat(made).hasValue(1);
  }

  private Object make() {
    return "made " + made.incrementAndGet();
  }
}
