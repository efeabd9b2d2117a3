package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Proves the drafts of an intent: first the smallest splice, then the smallest block written anew,
 * else the intent is refused.
 */
final class Ladder {
  private static final System.Logger LOG = System.getLogger(Ladder.class.getName());

  private final SpliceProof proof = new SpliceProof();

  /** A plan with the trees that it leads to, by document. */
  record Proved(Plan plan, Map<DocumentId, SpliceProof.Verdict.Proved> documents) {
    /** The context in which the plan is carried out. */
    PlanContext after(PlanContext before) {
      Map<FileId, PlanFile> files = new HashMap<>(before.files());
      if (plan instanceof Plan.Ready ready) {
        ready.edits().forEach((id, edits) -> files.put(id, after(files.get(id), edits)));
      }
      return new PlanContext(files);
    }

    private PlanFile after(PlanFile file, TextEdits edits) {
      List<PlanDocument> moved = new ArrayList<>();
      int start = 0;
      for (PlanDocument document : file.documents()) {
        SpliceProof.Verdict.Proved proved = documents.get(document.id());
        int length = proved == null ? document.range().length() : proved.text().length();
        moved.add(
            new PlanDocument(
                document.id(),
                new TextRange(start, start + length),
                proved == null ? document.read() : new ReadResult.Parsed(proved.tree())));
        start += length;
      }
      return new PlanFile(file.text().apply(edits), file.writable(), moved);
    }
  }

  /** Proves the smallest splices of several intents; empty where one fails or two of them meet. */
  Optional<Proved> proveSmallest(Planning planning, Aim aim) {
    if (planning.drafts().stream().anyMatch(draft -> draft.planned().writesAKeyTwice())) {
      return Optional.empty();
    }
    Proved proved = prove(planning, aim, draft -> smallest(planning, draft));
    return proved.plan() instanceof Plan.Ready ? Optional.of(proved) : Optional.empty();
  }

  Proved prove(Planning planning, Aim aim) {
    return prove(planning, aim, draft -> climb(planning, draft));
  }

  private static Proved prove(
      Planning planning, Aim aim, Function<Draft, SpliceProof.Verdict> way) {
    Map<FileId, List<TextEdit>> edits = new HashMap<>();
    Map<DocumentId, SpliceProof.Verdict.Proved> documents = new HashMap<>();
    for (Draft draft : planning.drafts()) {
      if (draft.isUnchanged()) {
        continue;
      }
      SpliceProof.Verdict verdict = way.apply(draft);
      switch (verdict) {
        case SpliceProof.Verdict.Failed failed -> {
          return new Proved(
              new Plan.Refused(
                  "This cannot be changed safely here: " + failed.why() + ". Edit it in the text.",
                  aim.focus()),
              Map.of());
        }
        case SpliceProof.Verdict.Proved proved -> {
          documents.put(draft.document().id(), proved);
          int start = draft.document().range().start();
          List<TextEdit> all = edits.computeIfAbsent(draft.file(), _ -> new ArrayList<>());
          proved
              .edits()
              .edits()
              .forEach(e -> all.add(new TextEdit(e.offset() + start, e.removed(), e.inserted())));
        }
      }
    }
    Map<FileId, TextEdits> byFile = new HashMap<>();
    edits.forEach((file, list) -> byFile.put(file, new TextEdits(list)));
    if (byFile.isEmpty()) {
      planning.note("The text says this already.");
    }
    Optional<String> note = Optional.of(String.join(" ", planning.notes()));
    return new Proved(
        new Plan.Ready(aim.label(), byFile, aim.focus(), note.filter(n -> !n.isEmpty())),
        documents);
  }

  private SpliceProof.Verdict smallest(Planning planning, Draft draft) {
    List<String> comments = draft.releasedComments();
    SpliceProof.Verdict verdict = proof.prove(draft);
    if (verdict instanceof SpliceProof.Verdict.Proved && !comments.isEmpty()) {
      planning.note(
          (comments.size() == 1 ? "A comment goes" : comments.size() + " comments go")
              + " with it: "
              + String.join(", ", comments)
              + ".");
    }
    return verdict;
  }

  private SpliceProof.Verdict climb(Planning planning, Draft draft) {
    SpliceProof.Verdict verdict = smallest(planning, draft);
    if (verdict instanceof SpliceProof.Verdict.Failed failed) {
      LOG.log(System.Logger.Level.DEBUG, "A splice was not proved: {0}", failed.why());
      List<String> lost = Rewrite.of(draft);
      SpliceProof.Verdict rewritten = proof.prove(draft);
      if (rewritten instanceof SpliceProof.Verdict.Failed) {
        // What stood in the way of the smallest edit says more.
        return failed;
      }
      planning.note(
          "The block around it is written anew, since it could not be edited in place."
              + (lost.isEmpty()
                  ? ""
                  : " Comments in it are lost: " + String.join(", ", lost) + "."));
      return rewritten;
    }
    return verdict;
  }
}
