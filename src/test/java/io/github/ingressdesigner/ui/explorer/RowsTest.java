package io.github.ingressdesigner.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.start.NamedText;
import io.github.ingressdesigner.ui.start.Samples;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowsTest {
  private final Workspace workspace = new Workspace(InstantSource.system());
  private final LatestSnapshotFeed feed =
      new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run);

  @Test
  void pathsStandInTheOrderTried() {
    openSample();

    assertThat(texts(below(row(0, "shop.example.com"))))
        .containsExactly("/pay", "/api/v2", "/api", "/");
  }

  @Test
  void ingressListsHostsThenItsDefaultBackend() {
    openSample();

    assertThat(texts(below(file(0)))).containsExactly("shop", "fallback");
    assertThat(texts(below(below(file(0)).get(1)))).containsExactly("default backend");
  }

  @Test
  void otherKindsAreCounted() {
    openSample();

    assertThat(file(2).note()).isEqualTo("7");
    assertThat(below(file(2))).singleElement().returns("Service", Row::text);
  }

  @Test
  void coveredHostIsLocked() {
    openSample();

    assertThat(row(0, "shop.example.com").locked()).isTrue();
    assertThat(row(0, "*.example.com").locked()).isFalse();
  }

  @Test
  void problemShowsOnEveryLineAboveIt() {
    open(
        "bad.yaml",
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: bad
        spec:
          rules:
            - host: a.example.com
              http:
                paths:
                  - path: /x
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: eighty
        """);

    Row ingress = below(file(0)).getFirst();
    Row host = below(ingress).getFirst();

    assertThat(List.of(file(0), ingress, host, below(host).getFirst()))
        .extracting(Row::problem)
        .containsOnly(Optional.of(Severity.ERROR));
  }

  @Test
  void closedFilesOfTheFolderAreListedByTheirWayFromIt() {
    Folder folder = new Folder(Path.of("/work"), List.of(Path.of("/work/base/a.yaml")));
    Rows rows = new Rows(feed.shown(), List.of(), f -> false, Optional.of(folder));

    assertThat(rows.files())
        .singleElement()
        .returns("base/a.yaml", Row::text)
        .returns(Row.Kind.CLOSED_FILE, Row::kind);
  }

  @Test
  void filterKeepsWhatMatchesAndTheLinesAboveIt() {
    openSample();

    RowFilter filter = new RowFilter(rows(), "PAY");
    Row file = filter.files().getFirst();
    Row ingress = filter.children(file).getFirst();
    Row host = filter.children(ingress).getFirst();

    assertThat(filter.files()).hasSize(1);
    assertThat(texts(filter.children(ingress))).containsExactly("shop.example.com");
    assertThat(texts(filter.children(host))).containsExactly("/pay");
  }

  private void openSample() {
    for (NamedText text : Samples.sample()) {
      open(text.name(), text.text());
    }
  }

  private void open(String name, String text) {
    workspace.open(new FileId("untitled:1/" + name), FileBytes.of(SourceText.of(text)));
  }

  private Rows rows() {
    return new Rows(feed.shown(), workspace.files(), workspace::isDirty, Optional.empty());
  }

  private Row file(int index) {
    return rows().files().get(index);
  }

  private List<Row> below(Row row) {
    return rows().children(row);
  }

  private Row row(int file, String text) {
    return below(below(file(file)).getFirst()).stream()
        .filter(row -> row.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().map(Row::text).toList();
  }
}
