package io.github.ingressdesigner.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VeiledTextTest {
  private static final String TEXT =
      """
      kind: Secret
      metadata:
        name: creds
      stringData:
        token: true-value
        pem: |
          first
          second
      ---
      kind: Ingress
      metadata:
        name: web
      """;

  @Test
  void valuesOfSecretsAreNotToBeSeen() {
    assertThat(VeiledText.of(TEXT)).doesNotContain("true-value", "first", "second");
  }

  @Test
  void otherTextStays() {
    assertThat(VeiledText.of(TEXT)).contains("name: creds", "kind: Ingress", "name: web");
  }

  @Test
  void everyLineKeepsItsPlace() {
    assertThat(VeiledText.of(TEXT).lines().count()).isEqualTo(TEXT.lines().count());
    assertThat(VeiledText.of(TEXT).lines().toList().get(9)).isEqualTo("kind: Ingress");
  }

  @Test
  void markOfALeftOutValueIsSeen() {
    assertThat(VeiledText.of("kind: Secret\ndata:\n  a: <left-out>\n")).contains("<left-out>");
  }
}
