package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShortFormTest {
  @Test
  void aServiceMayHaveItsPortAndThePathThatArrives() {
    assertThat(ShortForm.answer("api:8080 as /v1")).contains(service("api", "8080", "/v1"));
    assertThat(ShortForm.answer("api:http")).contains(service("api", "http", null));
    assertThat(ShortForm.answer(" api ")).contains(service("api", null, null));
  }

  @Test
  void aStatusAloneIsAnAnswerAndWithALocationARedirect() {
    assertThat(ShortForm.answer("404")).contains(new Expectation.Answer(404));
    assertThat(ShortForm.answer("308 https://a.example/x?y"))
        .contains(new Expectation.RedirectTo("https://a.example/x?y", Optional.of(308)));
  }

  @Test
  void wordsStandForTheAnswersOfTheControllerItself() {
    assertThat(ShortForm.answer("default")).contains(new Expectation.OwnDefault(Optional.empty()));
    assertThat(ShortForm.answer("TLS refused")).contains(new Expectation.TlsRefused());
  }

  @Test
  void whatIsNoAnswerIsEmpty() {
    assertThat(ShortForm.answer("API:8080")).isEmpty();
    assertThat(ShortForm.answer("")).isEmpty();
  }

  @Test
  void theMethodIsGetWhereNoneIsWritten() {
    assertThat(ShortForm.request("https://a.example/x").method()).isEqualTo("GET");
    assertThat(ShortForm.request("POST  http://a.example/").method()).isEqualTo("POST");
    assertThatThrownBy(() -> ShortForm.request("POST /x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Expectation service(String name, String port, String path) {
    return new Expectation.ToService(
        Optional.of(name),
        Optional.ofNullable(port),
        Optional.empty(),
        Optional.ofNullable(path),
        Optional.empty());
  }
}
