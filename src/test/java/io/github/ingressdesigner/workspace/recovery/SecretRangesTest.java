package io.github.ingressdesigner.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretRangesTest {
  private static List<String> values(String text) {
    return SecretRanges.in(text, slice -> true).stream()
        .map(range -> text.substring(range.start(), range.end()))
        .toList();
  }

  @Test
  void valuesOfDataAndStringDataAreFound() {
    assertThat(
            values(
                """
                kind: Secret
                metadata: {name: x}
                data:
                  one: b25l
                  two: "dHdv"
                stringData:
                  three: |
                    long
                    text
                type: Opaque
                """))
        .containsExactly("b25l", "\"dHdv\"", "|\n    long\n    text");
  }

  @Test
  void otherKindsHaveNone() {
    assertThat(values("kind: ConfigMap\ndata:\n  one: two\n")).isEmpty();
    assertThat(values("kind: Ingress\nmetadata:\n  name: data\n")).isEmpty();
  }

  @Test
  void secretsInsideAListAreFound() {
    assertThat(
            values(
                """
                kind: List
                items:
                  - kind: ConfigMap
                    data: {a: open}
                  - kind: Secret
                    data: {a: shut}
                """))
        .containsExactly("shut");
  }

  @Test
  void jsonIsReadToo() {
    assertThat(values("{\"kind\":\"Secret\",\"data\":{\"a\":\"shut\"}}"))
        .containsExactly("\"shut\"");
  }

  @Test
  void onlyTheSecretsOfAStreamAreTouched() {
    assertThat(values("kind: ConfigMap\ndata: {a: open}\n---\nkind: Secret\ndata: {a: shut}\n"))
        .containsExactly("shut");
  }

  @Test
  void aKindStillBeingTypedIsTakenForSecret() {
    assertThat(values("kind: Secr\ndata:\n  a: shut\n")).containsExactly("shut");
    assertThat(values("data:\n  a: shut\n")).containsExactly("shut");
  }

  @Test
  void brokenTextThatNamesASecretIsHiddenAsAWhole() {
    String broken = "kind: Secret\nd[ata:\n  a: shut\nb: }\n";
    assertThat(values(broken)).containsExactly(broken);
  }

  @Test
  void otherBrokenTextIsHiddenFromTheFirstKeyOn() {
    assertThat(values("x: open\ndata:\n  a: [shut\nb: }\n"))
        .containsExactly("\ndata:\n  a: [shut\nb: }\n");
  }

  @Test
  void brokenIngressesAreNotHidden() {
    assertThat(values("kind: Ingress\nspec:\n  tls: [{secretName: a}\n")).isEmpty();
  }

  @Test
  void anchorsHideTheWholeSecret() {
    String text = "x: &a {p: shut}\nkind: Secret\ndata: *a\n";
    assertThat(values(text)).containsExactly(text);
  }

  @Test
  void aHalfRenamedKeyStillHidesItsValues() {
    assertThat(values("kind: Secret\ndat:\n  a: shut\n")).containsExactly("shut");
  }

  @Test
  void commentsOfASecretAreHidden() {
    assertThat(values("kind: Secret\ndata:\n  # a: old\n  b: new # was: older\n# c: oldest\n"))
        .containsExactly("# a: old", "new", "# was: older", "# c: oldest");
  }

  @Test
  void theCopyThatKubectlKeepsIsHidden() {
    assertThat(
            values(
                    """
                    kind: Secret
                    metadata:
                      annotations:
                        kubectl.kubernetes.io/last-applied-configuration: |
                          {"data":{"a":"shut"}}
                    """)
                .getFirst())
        .contains("shut");
  }
}
