package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretMaskTest {
  @Test
  void valuesOfDataAreHiddenAndKeysAreNot() {
    assertThat(
            hidden(
                """
                kind: Secret
                metadata:
                  name: x
                data:
                  tls.crt: QUJD
                  "tls.key": REVG # note
                type: Opaque
                """))
        .containsExactly("QUJD", "REVG # note");
  }

  @Test
  void blockScalarIsHiddenLineByLine() {
    assertThat(hidden("kind: Secret\nstringData:\n  a: |\n    one: 1\n\n    two\n  b: c\n"))
        .containsExactly("one: 1", "two", "c");
  }

  @Test
  void dataBeforeTheKindCountsToo() {
    assertThat(hidden("data:\n  a: b\nkind: Secret\n")).containsExactly("b");
  }

  @Test
  void jsonIsHiddenToo() {
    assertThat(hidden("{\"kind\":\"Secret\",\"data\":{\"a\":\"Yg==\"},\"type\":\"x\"}"))
        .containsExactly("\"Yg==\"");
  }

  @Test
  void secretInAListIsHidden() {
    assertThat(
            hidden(
                "kind: List\n"
                    + "items:\n"
                    + "- kind: Secret\n"
                    + "  data:\n"
                    + "    a: b\n"
                    + "  metadata:\n"
                    + "    name: n\n"))
        .containsExactly("b");
  }

  @Test
  void copyInTheAnnotationIsHidden() {
    assertThat(
            hidden(
                "kind: Secret\nmetadata:\n  annotations:\n"
                    + "    kubectl.kubernetes.io/last-applied-configuration: |\n"
                    + "      {\"data\":{\"a\":\"b\"}}\n  name: x\n"))
        .containsExactly("{\"data\":{\"a\":\"b\"}}");
  }

  @Test
  void brokenYamlHidesAsWell() {
    assertThat(hidden("kind: Secret\n a: [\ndata:\n  a: b\n  c d\n")).containsExactly("b", "c d");
  }

  @Test
  void markOfALeftOutValueIsSeen() {
    assertThat(hidden("kind: Secret\ndata:\n  a: <left-out>\n  b: c\n")).containsExactly("c");
  }

  @Test
  void configMapIsNotHidden() {
    assertThat(hidden("kind: Secret\n---\nkind: ConfigMap\ndata:\n  a: b\n")).isEmpty();
  }

  private static List<String> hidden(String string) {
    SourceText text = SourceText.of(string);
    return SecretMask.ranges(text).stream().map(text::slice).toList();
  }
}
