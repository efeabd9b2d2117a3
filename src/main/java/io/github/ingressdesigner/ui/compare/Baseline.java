package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitRevision;
import io.github.ingressdesigner.suite.Manifests.Source;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.compare.Question.Open;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of an earlier version, in the order of the open files.
 *
 * @param notes what is not in it, sentences for people
 */
record Baseline(List<Source> sources, List<String> notes) {
  /** Reads from git where that is asked for. */
  static Baseline of(Question.Changes question) throws GitException {
    return switch (question.base()) {
      case Base.Saved() -> saved(question.files());
      case Base.Revision(String revision) -> revision(question.files(), revision);
    };
  }

  private static Baseline saved(List<Open> files) {
    List<Source> sources = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (Open open : files) {
      open.saved()
          .ifPresentOrElse(
              bytes ->
                  sources.add(
                      Source.of(
                          Messages.text("compare.source.saved", open.file().name()), bytes.text())),
              () -> fresh.add(open.file().name()));
    }
    return new Baseline(sources, notes("compare.note.neverSaved", fresh));
  }

  private static Baseline revision(List<Open> files, String revision) throws GitException {
    Map<Path, String> open = new LinkedHashMap<>();
    List<String> fresh = new ArrayList<>();
    for (Open each : files) {
      if (each.file().isUntitled()) {
        fresh.add(each.file().name());
      } else {
        Path path = FileStore.pathOf(each.file()).toAbsolutePath().normalize();
        open.put(path, each.file().name());
      }
    }
    if (open.isEmpty()) {
      return new Baseline(List.of(), notes("compare.note.neverSaved", fresh));
    }
    Map<Path, byte[]> earlier = GitRevision.earlier(List.copyOf(open.keySet()), revision);
    List<Source> sources = new ArrayList<>();
    open.forEach(
        (path, name) -> {
          byte[] bytes = earlier.remove(path);
          if (bytes == null) {
            fresh.add(name);
          } else {
            sources.add(source(revision, name, bytes));
          }
        });
    List<String> gone = new ArrayList<>();
    earlier.forEach(
        (path, bytes) -> {
          gone.add(path.getFileName().toString());
          sources.add(source(revision, path.getFileName().toString(), bytes));
        });
    List<String> notes = new ArrayList<>(notes("compare.note.new", fresh));
    notes.addAll(notes("compare.note.gone", gone));
    return new Baseline(sources, notes);
  }

  private static Source source(String revision, String name, byte[] bytes) {
    return Source.of(revision + ":" + name, FileBytes.decode(bytes).text());
  }

  private static List<String> notes(String key, List<String> names) {
    return names.isEmpty()
        ? List.of()
        : List.of(Messages.text(key, String.join(", ", names), names.size()));
  }
}
