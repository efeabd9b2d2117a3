package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {
  private static final PastRequest A = get("http://a/");
  private static final PastRequest B = get("http://b/");

  private final RequestHistory history = new RequestHistory();

  private static PastRequest get(String url) {
    return new PastRequest("GET", url, List.of());
  }

  @Test
  void upGoesBackAndDownReturnsToWhatWasTyped() {
    PastRequest draft = get("draft");
    history.add(A);
    history.add(B);
    assertThat(history.older(draft)).contains(B);
    assertThat(history.older(B)).contains(A);
    assertThat(history.older(A)).isEmpty();
    assertThat(history.newer()).contains(B);
    assertThat(history.newer()).contains(draft);
    assertThat(history.newer()).isEmpty();
  }

  @Test
  void requestIsKeptOnceAndMovesToTheFront() {
    history.add(A);
    history.add(B);
    history.add(A);
    assertThat(history.requests()).containsExactly(A, B);
  }

  @Test
  void requestThatIsShownIsPassedOver() {
    history.add(A);
    history.add(B);
    assertThat(history.older(B)).contains(A);
  }

  @Test
  void onlyTheLastFiftyAreKept() {
    for (int i = 0; i < 60; i++) {
      history.add(get("http://u" + i));
    }
    assertThat(history.requests())
        .hasSize(50)
        .startsWith(get("http://u59"))
        .endsWith(get("http://u10"));
  }

  @Test
  void methodAndHeadersAreKept() {
    PastRequest request =
        PastRequest.of("POST", "https://a/x?y=1", List.of(new Header("X-Canary", "always")));
    assertThat(PastRequest.read(request.line())).contains(request);
    assertThat(request.headers()).containsExactly(new Header("X-Canary", "always"));
  }

  @Test
  void valuesOfSecretHeadersAndCookiesAreNotKept() {
    PastRequest request =
        PastRequest.of(
            "GET",
            "https://a/",
            List.of(
                new Header("Authorization", "Bearer hunter2"),
                new Header("cookie", "sid=hunter2; canary=hunter2"),
                new Header("X-Api-Key", "hunter2"),
                new Header("X-Amz-Security-Token", "hunter2")));
    assertThat(request.line()).doesNotContain("hunter2");
    assertThat(request.headers())
        .containsExactly(
            new Header("Authorization", ""),
            new Header("cookie", "sid=; canary="),
            new Header("X-Api-Key", ""),
            new Header("X-Amz-Security-Token", ""));
  }

  @Test
  void credentialsAndSecretParametersOfTheUrlAreNotKept() {
    assertThat(PastRequest.of("GET", "https://me:hunter2@a/x?id=1&access_token=hunter2", List.of()))
        .isEqualTo(get("https://a/x?id=1&access_token="));
    assertThat(PastRequest.of("GET", "https://a/x@y?b=c@d", List.of()))
        .isEqualTo(get("https://a/x@y?b=c@d"));
  }

  @Test
  void requestsOfAnotherWorkspaceTakeThePlace() {
    history.add(A);
    history.replace(List.of(B, B));
    assertThat(history.requests()).containsExactly(B);
  }
}
