package io.github.ingressdesigner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.apiserver.ServerCheck;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change.Kind;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.yaml.ReadResult;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
  private static final FileId A = new FileId("/w/a.yaml");
  private static final FileId B = new FileId("/w/b.yaml");

  private final Workspace workspace = new Workspace(new TestClock());
  private final Analyzer analyzer = analyzer();

  /** With the rules that find nothing in the texts of these tests. */
  private static Analyzer analyzer() {
    return new Analyzer(List.of(new ServerCheck()), InstantSource.system());
  }

  private Snapshot analyze() {
    return analyzer.analyze(workspace.snapshotText(), Dialects.SPEC, () -> false).orElseThrow();
  }

  private Snapshot open(String text) {
    workspace.open(A, Yamls.bytes(text));
    return analyze();
  }

  private Snapshot replace(String from, String to) {
    String text = workspace.text(A).string();
    return edit(TextEdits.of(new TextEdit(text.indexOf(from), from, to)));
  }

  private Snapshot edit(TextEdits edits) {
    workspace.apply(new Change("edit", Kind.GESTURE, Map.of(A, edits), Optional.empty()), this);
    return analyze();
  }

  private static DocumentState document(Snapshot snapshot, int index) {
    return snapshot.file(A).orElseThrow().documents().get(index);
  }

  private static List<String> hosts(Snapshot snapshot) {
    return snapshot.routes().hosts().stream().map(RouteTable.HostTable::host).toList();
  }

  @Test
  void allResourcesOfAllFilesAreFound() {
    workspace.open(B, Yamls.bytes(Yamls.ingress("b", "b.example", "/")));
    Snapshot snapshot = open(Yamls.three());
    assertThat(snapshot.resources().all())
        .extracting(located -> located.resource().meta().name().orElseThrow())
        .containsExactly("b", "one", "two", "web");
    assertThat(hosts(snapshot)).contains("b.example", "one.example", "two.example");
    assertThat(snapshot.graph().hosts()).hasSize(3);
    assertThat(snapshot.problems()).isEmpty();
  }

  @Test
  void anEditReachesModelRoutesAndGraph() {
    open(Yamls.three());
    Snapshot snapshot = replace("two.example", "2.example");
    assertThat(hosts(snapshot)).contains("2.example").doesNotContain("two.example");
    assertThat(snapshot.graph().hosts()).anyMatch(host -> host.host().equals("2.example"));
  }

  @Test
  void untouchedDocumentsStayTheSameObjects() {
    Snapshot before = open(Yamls.three());
    Snapshot after = replace("two.example", "2.example");
    assertThat(document(after, 0)).isSameAs(document(before, 0));
    assertThat(document(after, 2).bound()).isSameAs(document(before, 2).bound());
    assertThat(document(after, 2).read()).isSameAs(document(before, 2).read());
  }

  @Test
  void editedCommentsLeaveTheRoutesAlone() {
    Snapshot before = open(Yamls.three());
    Snapshot after = replace("# the second", "# the second one");
    assertThat(after.routes()).isSameAs(before.routes());
    assertThat(after.graph()).isSameAs(before.graph());
  }

  @Test
  void brokenDocumentKeepsWhatItSaidLast() {
    open(Yamls.three());
    Snapshot broken = replace("name: two", "name: [two");
    assertThat(document(broken, 1).isStale()).isTrue();
    assertThat(hosts(broken)).contains("two.example");
    assertThat(document(broken, 2).isStale()).isFalse();
  }

  @Test
  void syntaxErrorsTellLineAndColumnOfTheFile() {
    open(Yamls.three());
    Snapshot broken = replace("kind: Service", "kind: Service\n  b: : c");
    Problem problem = broken.problems().getFirst();
    assertThat(problem.code()).isEqualTo("yaml-syntax");
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.file()).isEqualTo(A);
    int service = workspace.text(A).string().indexOf("kind: Service");
    int line = workspace.text(A).lines().lineOf(service) + 1;
    assertThat(problem.line()).isBetween(line, line + 1);
  }

  @Test
  void mendedDocumentIsCurrentAgain() {
    open(Yamls.three());
    replace("name: two", "name: [two");
    replace("two.example", "2.example");
    Snapshot mended = replace("name: [two", "name: two");
    assertThat(document(mended, 1).isStale()).isFalse();
    assertThat(hosts(mended)).contains("2.example");
    assertThat(mended.problems()).isEmpty();
  }

  @Test
  void documentNeverParsedHasNoLastState() {
    Snapshot snapshot = open("kind: [\n");
    assertThat(document(snapshot, 0).isStale()).isFalse();
    assertThat(document(snapshot, 0).read()).isInstanceOf(ReadResult.Broken.class);
  }

  @Test
  void templatesAreSaidToBeTemplates() {
    Snapshot snapshot = open("kind: {{ .Values.kind }}\n");
    assertThat(snapshot.problems()).extracting(Problem::code).containsExactly("yaml-template");
  }

  @Test
  void oddValuesAreReportedAtTheirPlace() {
    Snapshot snapshot = open(Yamls.three().replace("pathType: Prefix", "pathType: Prefixed"));
    Problem problem = snapshot.problems().getFirst();
    String text = workspace.text(A).string();
    assertThat(text.substring(problem.range().start(), problem.range().end()))
        .isEqualTo("Prefixed");
    assertThat(problem.line()).isEqualTo(11);
    assertThat(problem.column()).isEqualTo(23);
    assertThat(problem.at().orElseThrow().path()).isEqualTo(FieldPath.path(0, 0).key("pathType"));
  }

  @Test
  void problemsMoveWithLinesAddedAbove() {
    Snapshot before = open(Yamls.three().replace("path: /two", "path: two"));
    Snapshot after = edit(TextEdits.of(TextEdit.insert(0, "# x\n")));
    assertThat(after.problems())
        .extracting(Problem::line)
        .containsExactlyElementsOf(
            before.problems().stream().map(problem -> problem.line() + 1).toList());
    assertThat(after.problems()).isEqualTo(fresh().problems());
  }

  @Test
  void readOnlyFilesSayWhy() {
    workspace.open(A, FileBytes.decode(new byte[] {'a', ':', ' ', (byte) 0xE9}));
    Snapshot snapshot = analyze();
    assertThat(snapshot.problems()).extracting(Problem::code).contains("file-read-only");
    assertThat(snapshot.file(A).orElseThrow().writable()).isFalse();
  }

  @Test
  void renamedFileGivesItsResourcesNewAddresses() {
    open(Yamls.three());
    workspace.rename(A, B);
    Snapshot snapshot = analyze();
    assertThat(snapshot.resources().all()).allMatch(located -> located.id().file().equals(B));
    assertThat(snapshot.graph().hosts().getFirst().rules().getFirst().resource().file())
        .isEqualTo(B);
  }

  @Test
  void closedFileTakesItsRoutesAway() {
    open(Yamls.three());
    workspace.close(A);
    Snapshot snapshot = analyze();
    assertThat(snapshot.resources().all()).isEmpty();
    assertThat(snapshot.graph().hosts()).isEmpty();
  }

  @Test
  void rangeOfAPathIsItsItem() {
    Snapshot snapshot = open(Yamls.three());
    ResourceId second = snapshot.resources().all().get(1).id();
    Location path = new Location(second, FieldPath.path(0, 0));
    var range = snapshot.rangeOf(path).orElseThrow();
    assertThat(workspace.text(A).slice(range)).startsWith("- path: /two").endsWith("number: 80");
  }

  @Test
  void rangeInABrokenDocumentIsEmpty() {
    Snapshot snapshot = open(Yamls.three());
    ResourceId second = snapshot.resources().all().get(1).id();
    Snapshot broken = replace("name: two", "name: [two");
    assertThat(broken.rangeOf(new Location(second, FieldPath.rule(0)))).isEmpty();
  }

  @Test
  void locationAtAnOffsetIsTheInnermostField() {
    Snapshot snapshot = open(Yamls.three());
    int offset = workspace.text(A).string().indexOf("/two");
    Location location = snapshot.locationAt(A, offset).orElseThrow();
    assertThat(location.path()).isEqualTo(FieldPath.path(0, 0).key("path"));
    assertThat(location.resource()).isEqualTo(snapshot.resources().all().get(1).id());
  }

  @Test
  void planContextHoldsAllDocumentsWithTheirSlices() {
    Snapshot snapshot = open(Yamls.three());
    var file = snapshot.planContext().files().get(A);
    assertThat(file.writable()).isTrue();
    assertThat(file.documents())
        .extracting(document -> document.id())
        .containsExactly(new DocumentId(1), new DocumentId(2), new DocumentId(3));
    assertThat(file.text().slice(file.documents().get(1).range())).startsWith("---\n# the second");
  }

  @Test
  void aDialectThatFailsIsReportedAndBlanksNothing() {
    Snapshot before = open(Yamls.three());
    Dialect failing = new FailingDialect();
    workspace.touch();
    try (Quiet _ = Quiet.of(Analyzer.class)) {
      Snapshot after =
          analyzer.analyze(workspace.snapshotText(), failing, () -> false).orElseThrow();
      assertThat(after.problems()).extracting(Problem::code).containsExactly("internal-error");
      assertThat(after.routes()).isSameAs(before.routes());
    }
  }

  @Test
  void aFailureIsToldAgainWhileItLasts() {
    open(Yamls.three());
    Dialect failing = new FailingDialect();
    try (Quiet _ = Quiet.of(Analyzer.class)) {
      for (int i = 0; i < 3; i++) {
        workspace.touch();
        Snapshot after =
            analyzer.analyze(workspace.snapshotText(), failing, () -> false).orElseThrow();
        assertThat(after.problems()).extracting(Problem::code).containsExactly("internal-error");
      }
    }
  }

  @Test
  void outdatedWorkIsGivenUpAndLaterDone() {
    workspace.open(A, Yamls.bytes(Yamls.three()));
    assertThat(analyzer.analyze(workspace.snapshotText(), Dialects.SPEC, () -> true)).isEmpty();
    assertThat(hosts(analyze())).contains("one.example", "two.example");
  }

  private Snapshot fresh() {
    return analyzer().analyze(workspace.snapshotText(), Dialects.SPEC, () -> false).orElseThrow();
  }

  @Test
  void editedStepByStepEqualsReadAtOnce() {
    Random random = new Random(7);
    int whole = 0;
    int broken = 0;
    for (int round = 0; round < 60; round++) {
      workspace.open(A, Yamls.bytes(Yamls.three()));
      for (int step = 0; step < 60; step++) {
        for (int edits = random.nextInt(3); edits >= 0; edits--) {
          TextEdits next = Yamls.randomEdits(random, workspace.text(A).string());
          workspace.apply(new Change("edit", Kind.TYPING, Map.of(A, next), Optional.empty()), this);
        }
        if (random.nextInt(4) == 0) {
          workspace.undo();
        }
        if (assertSameAsFresh(analyze())) {
          whole++;
        } else {
          broken++;
        }
      }
      workspace.close(A);
    }
    assertThat(whole).isGreaterThan(200);
    assertThat(broken).isGreaterThan(200);
  }

  /** Whether all documents could be read, so that everything had to be equal. */
  private boolean assertSameAsFresh(Snapshot incremental) {
    Snapshot fresh = fresh();
    List<DocumentState> documents = incremental.file(A).orElseThrow().documents();
    for (int i = 0; i < documents.size(); i++) {
      assertThat(documents.get(i).read())
          .as(workspace.text(A).string())
          .isEqualTo(document(fresh, i).read());
    }
    assertThat(incremental.problems()).isEqualTo(fresh.problems());
    if (documents.stream().anyMatch(DocumentState::isStale)) {
      return false;
    }
    assertThat(incremental.files().getFirst().documents())
        .isEqualTo(fresh.files().getFirst().documents());
    assertThat(incremental.resources()).isEqualTo(fresh.resources());
    assertThat(incremental.routes().hosts()).isEqualTo(fresh.routes().hosts());
    assertThat(incremental.graph()).isEqualTo(fresh.graph());
    return true;
  }

  private static final class FailingDialect implements Dialect {
    @Override
    public String id() {
      return "failing";
    }

    @Override
    public String displayName() {
      return "Failing";
    }

    @Override
    public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
      throw new IllegalStateException("on purpose");
    }
  }
}
