package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was written is in the journal, and can be put back. */
@Tag("cluster")
class UndoTest extends ApplySteps {
  @Test
  void rollBackPutsBackWhatWasChangedWithItsOwners() throws Exception {
    kubectlApply("helm", ingress("a", "/before"));
    ApplyPreview preview = preview(ingress("a", "/after"));
    ApplyResult result = decide(preview, Map.of(".spec.rules", Choice.TAKE));
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/after");
    assertThat(applier(preview).rollBack(result, false, () -> false)).isEmpty();
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/before");
    assertThat(
            kubectl(
                "get",
                "ingress",
                "a",
                "--show-managed-fields",
                "-o",
                "jsonpath={.metadata.managedFields[*].manager}"))
        .isEqualTo("helm");
  }

  @Test
  void rollBackDeletesWhatWasCreatedOnlyWhenAsked() throws Exception {
    ApplyPreview preview = preview(ingress("a", "/"));
    ApplyResult result = apply(preview);
    assertThat(applier(preview).rollBack(result, false, () -> false))
        .containsExactly(
            "Ingress "
                + namespace
                + "/a: It was created and stays. Delete it with kubectl if it is not wanted.");
    assertThat(live("a")).isPresent();
    assertThat(applier(preview).rollBack(result, true, () -> false)).isEmpty();
    assertThat(live("a")).isEmpty();
  }

  @Test
  void rollBackLeavesAloneWhatSomebodyChangedSince() throws Exception {
    apply(ingress("a", "/one"));
    ApplyPreview preview = preview(ingress("a", "/two"));
    ApplyResult result = apply(preview);
    kubectl("annotate", "ingress", "a", "x=y");
    assertThat(applier(preview).rollBack(result, false, () -> false))
        .singleElement()
        .asString()
        .contains("was changed by somebody since, so it is left as it is");
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/two");
  }

  @Test
  void writeIsTakenBackFromTheJournal() throws Exception {
    apply(ingress("a", "/one"));
    apply(ingress("a", "/two"));
    ApplyJournal.Entry last = journal.entries().getLast();
    Undo.fromJournal(admin, journal, last, Clock.systemUTC(), () -> false);
    assertThat(kubectl("get", "ingress", "a", "-o", PATHS)).isEqualTo("/one");
    assertThat(journal.entries())
        .extracting(ApplyJournal.Entry::action)
        .containsExactly("apply", "apply", "undo of 2");
  }

  @Test
  void undoOfAnotherClustersWriteIsRefused() throws Exception {
    apply(ingress("a", "/one"));
    ApplyJournal.Entry e = journal.entries().getLast();
    ApplyJournal.Entry other =
        new ApplyJournal.Entry(
            e.id(),
            e.at(),
            e.context(),
            e.file(),
            e.server(),
            Optional.of("another"),
            e.action(),
            e.key(),
            e.plural(),
            e.before(),
            e.after(),
            e.outcome());
    assertThatThrownBy(
            () -> Undo.fromJournal(admin, journal, other, Clock.systemUTC(), () -> false))
        .isInstanceOfSatisfying(
            ClusterException.class, x -> assertThat(x.kind()).isEqualTo(Kind.WRONG_SERVER));
    assertThat(live("a")).isPresent();
  }

  @Test
  void journalIsReadableByItsOwnerOnly() throws Exception {
    apply(ingress("a", "/one"));
    assertThat(Files.getPosixFilePermissions(state.resolve("cluster-writes.jsonl")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  @Test
  void journalTellsWhenWhereAndWhat() throws Exception {
    apply(ingress("a", "/one"));
    ApplyJournal.Entry entry = journal.entries().getFirst();
    assertThat(entry.context()).isEqualTo("admin");
    assertThat(entry.cluster()).isPresent();
    assertThat(entry.key().shown()).isEqualTo("Ingress " + namespace + "/a");
    assertThat(entry.before()).isEmpty();
    assertThat(entry.after()).isPresent();
    assertThat(entry.outcome()).isEqualTo(ApplyJournal.Outcome.DONE);
  }
}
