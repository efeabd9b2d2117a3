package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldDocsTest {
  private static final String HEAD =
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: x\n";

  /** The caret stands at {@code ^}. */
  private static Optional<FieldDocs.Doc> doc(String controller, String marked) {
    int caret = marked.indexOf('^');
    return new FieldDocs(AnnotationCatalog.standard(), Dialects.find(controller).orElseThrow())
        .at(SourceText.of(marked.replace("^", "")), caret);
  }

  @Test
  void aFieldOfAnIngressHasItsSentence() {
    assertThat(doc("contour", HEAD + "spec:\n  ingress^ClassName: nginx\n"))
        .map(FieldDocs.Doc::title)
        .contains("ingressClassName");
  }

  @Test
  void aValueIsNoKey() {
    assertThat(doc("contour", HEAD + "spec:\n  ingressClassName: ng^inx\n")).isEmpty();
  }

  @Test
  void anAnnotationSaysItsDefaultAndChoices() {
    assertThat(
            doc(
                "ingress-nginx",
                HEAD + "  annotations:\n    nginx.ingress.kubernetes.io/use-reg^ex: \"true\"\n"))
        .hasValueSatisfying(
            doc -> {
              assertThat(doc.sentence()).isNotBlank();
              assertThat(doc.facts()).isNotEmpty();
            });
  }

  @Test
  void aQuotedKeyIsTheSame() {
    assertThat(
            doc(
                "ingress-nginx",
                HEAD
                    + "  annotations:\n    \"nginx.ingress.kubernetes.io/use-regex^\": \"true\"\n"))
        .isPresent();
  }

  @Test
  void anAnnotationOfAnotherControllerSaysWhatThisOneHas() {
    assertThat(
            doc(
                "contour",
                HEAD + "  annotations:\n    nginx.ingress.kubernetes.io/rewrite-^target: /\n"))
        .hasValueSatisfying(doc -> assertThat(String.join("\n", doc.facts())).contains("Contour"));
  }

  @Test
  void anUnknownKeyHasNone() {
    assertThat(doc("contour", HEAD + "  annotations:\n    example.com/o^wn: x\n")).isEmpty();
    assertThat(doc("contour", HEAD + "sp^oc: x\n")).isEmpty();
  }
}
