package io.github.ingressdesigner.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProblemListTest {
  private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);

  @Test
  void worstComesFirstThenTheOrderOfFilesAndText() {
    Snapshot snapshot =
        with(
            problem(Severity.WARNING, "b.yaml", 9),
            problem(Severity.ERROR, "a.yaml", 30),
            problem(Severity.ERROR, "a.yaml", 5),
            problem(Severity.ERROR, "b.yaml", 1));
    assertThat(ProblemList.shown(snapshot, ALL))
        .extracting(ProblemList::place)
        .containsExactly("b.yaml:1  code", "a.yaml:5  code", "a.yaml:30  code", "b.yaml:9  code");
  }

  @Test
  void onlyWantedSeveritiesAreShown() {
    Snapshot snapshot =
        with(problem(Severity.WARNING, "a.yaml", 9), problem(Severity.ERROR, "a.yaml", 30));
    assertThat(ProblemList.shown(snapshot, EnumSet.of(Severity.WARNING))).hasSize(1);
    assertThat(ProblemList.count(snapshot, Severity.ERROR)).isEqualTo(1);
  }

  @Test
  void emptyListSaysInHowManyFilesNothingWasFound() {
    assertThat(ProblemList.empty(with(), ALL)).isEqualTo("No problems found in 2 files.");
  }

  @Test
  void emptyListSaysWhatTheFilterHides() {
    Snapshot snapshot = with(problem(Severity.ERROR, "a.yaml", 1));
    assertThat(ProblemList.empty(snapshot, EnumSet.of(Severity.INFO)))
        .isEqualTo("1 problem is filtered out.");
  }

  @Test
  void copyReadsLikeACompilersMessage() {
    assertThat(ProblemList.asText(problem(Severity.ERROR, "a.yaml", 5)))
        .isEqualTo("/a.yaml:5:3: error: Something is wrong. [code]");
  }

  private static Problem problem(Severity severity, String file, int line) {
    return new Problem(
        severity,
        "code",
        "Something is wrong.",
        new FileId("/" + file),
        io.github.ingressdesigner.text.TextRange.at(line * 10),
        line,
        3,
        Optional.empty());
  }

  private static Snapshot with(Problem... problems) {
    Workspace workspace = new Workspace(() -> Instant.EPOCH);
    workspace.open(new FileId("/b.yaml"), FileBytes.of(SourceText.EMPTY));
    workspace.open(new FileId("/a.yaml"), FileBytes.of(SourceText.EMPTY));
    Snapshot empty =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run).shown();
    return new Snapshot(
        empty.version(),
        empty.files(),
        empty.resources(),
        empty.routes(),
        empty.graph(),
        new ArrayList<>(List.of(problems)),
        0);
  }
}
