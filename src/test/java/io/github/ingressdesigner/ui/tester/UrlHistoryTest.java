package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlHistoryTest {
  private final UrlHistory history = new UrlHistory();

  @Test
  void upGoesBackAndDownReturnsToWhatWasTyped() {
    history.add("a");
    history.add("b");
    assertThat(history.older("draft")).contains("b");
    assertThat(history.older("b")).contains("a");
    assertThat(history.older("a")).isEmpty();
    assertThat(history.newer()).contains("b");
    assertThat(history.newer()).contains("draft");
    assertThat(history.newer()).isEmpty();
  }

  @Test
  void urlIsKeptOnceAndMovesToTheFront() {
    history.add("a");
    history.add("b");
    history.add("a");
    assertThat(history.urls()).containsExactly("a", "b");
  }

  @Test
  void urlThatIsShownIsPassedOver() {
    history.add("a");
    history.add("b");
    assertThat(history.older("b")).contains("a");
  }

  @Test
  void onlyTheLastFiftyAreKept() {
    for (int i = 0; i < 60; i++) {
      history.add("u" + i);
    }
    assertThat(history.urls()).hasSize(50).startsWith("u59").endsWith("u10");
  }
}
