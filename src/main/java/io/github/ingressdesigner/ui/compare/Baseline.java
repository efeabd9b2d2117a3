package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitRevision;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.compare.Question.Open;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier version says, in the order of the open files.
 *
 * @param notes what is not in it, sentences for people
 */
record Baseline(Resources resources, List<String> notes) {
  /** Reads from git where that is asked for. */
  static Baseline of(Question.Changes question) throws GitException {
    EarlierTexts texts = new EarlierTexts(question.snapshot());
    List<String> notes = new ArrayList<>();
    switch (question.base()) {
      case Base.Saved() -> saved(question.files(), texts, notes);
      case Base.Revision(String revision) -> revision(question.files(), revision, texts, notes);
    }
    notes.addAll(texts.errors());
    return new Baseline(texts.resources(), notes);
  }

  private static void saved(List<Open> files, EarlierTexts texts, List<String> notes) {
    List<String> fresh = new ArrayList<>();
    for (Open open : files) {
      String name = open.file().name();
      if (open.saved().isPresent()) {
        SourceText text = open.saved().get().text();
        texts.add(open.file(), Messages.text("compare.source.saved", name), text);
      } else {
        fresh.add(name);
      }
    }
    note("compare.note.neverSaved", fresh, notes);
  }

  private static void revision(
      List<Open> files, String revision, EarlierTexts texts, List<String> notes)
      throws GitException {
    Map<Path, FileId> open = new LinkedHashMap<>();
    List<String> untitled = new ArrayList<>();
    for (Open each : files) {
      if (each.file().isUntitled()) {
        untitled.add(each.file().name());
      } else {
        open.put(FileStore.pathOf(each.file()).toAbsolutePath().normalize(), each.file());
      }
    }
    note("compare.note.neverSaved", untitled, notes);
    if (open.isEmpty()) {
      return;
    }
    Map<Path, byte[]> earlier = GitRevision.earlier(List.copyOf(open.keySet()), revision);
    List<String> fresh = new ArrayList<>();
    open.forEach(
        (path, file) -> {
          byte[] bytes = earlier.remove(path);
          if (bytes == null) {
            fresh.add(file.name());
          } else {
            texts.add(file, revision + ":" + file.name(), FileBytes.decode(bytes).text());
          }
        });
    List<String> gone = new ArrayList<>();
    earlier.forEach(
        (path, bytes) -> {
          String name = path.getFileName().toString();
          gone.add(name);
          texts.add(FileStore.idOf(path), revision + ":" + name, FileBytes.decode(bytes).text());
        });
    note("compare.note.new", fresh, notes);
    note("compare.note.gone", gone, notes);
  }

  private static void note(String key, List<String> names, List<String> notes) {
    if (!names.isEmpty()) {
      notes.add(Messages.text(key, String.join(", ", names), names.size()));
    }
  }
}
