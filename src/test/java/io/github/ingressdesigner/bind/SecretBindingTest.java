package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.bind;
import static io.github.ingressdesigner.bind.Bindings.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Secret;
import org.junit.jupiter.api.Test;

class SecretBindingTest {
  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: cert
        annotations:
          kubectl.kubernetes.io/last-applied-configuration: '{"data":{"a":"hunter2"}}'
      type: kubernetes.io/tls
      data:
        tls.crt: hunter2
        tls.key: 20022002
      stringData: {password: [hunter2], pin: .NaN, flag: yes}
      """;

  @Test
  void keysAreKept() {
    Secret secret = (Secret) resource(SECRET.replace("[hunter2]", "hunter2"));
    assertThat(secret.keys()).contains("tls.crt", "tls.key", "password");
    assertThat(secret.type()).contains("kubernetes.io/tls");
  }

  @Test
  void noValueIsInAnythingThatComesOut() {
    assertThat(bind(SECRET).toString())
        .doesNotContain("hunter2")
        .doesNotContain("20022002")
        .doesNotContain("NaN")
        .doesNotContain("yes");
  }

  @Test
  void valueThatIsReadAsAnAliasIsNotRepeated() {
    String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  a: *hunter2\n";
    assertThat(bind(secret).toString())
        .contains("This alias has no anchor")
        .doesNotContain("hunter2");
    String anchored = secret.replace("{name: s}", "{name: &s s}");
    assertThat(bind(anchored).toString())
        .contains("This alias has no anchor")
        .doesNotContain("hunter2");
  }

  @Test
  void valuesThatAreNoTextAreReported() {
    assertThat(bind(SECRET).problems())
        .extracting(p -> p.path().toString())
        .containsExactly(
            "data[tls.key]", "stringData.password", "stringData.pin", "stringData.flag");
  }

  @Test
  void copyOfTheObjectInAnAnnotationIsLeftOut() {
    assertThat(resource(SECRET).meta().annotations()).isEmpty();
  }
}
