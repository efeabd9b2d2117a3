package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Actions;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the tester asked of the window. */
final class TestActions implements Actions {
  final List<String> asked = new ArrayList<>();

  @Override
  public void perform(Intent intent) {
    throw new AssertionError("the tester edits nothing");
  }

  @Override
  public Plan preview(Intent intent) {
    throw new AssertionError("the tester edits nothing");
  }

  @Override
  public void undo() {
    throw new AssertionError("the tester edits nothing");
  }

  @Override
  public void redo() {
    throw new AssertionError("the tester edits nothing");
  }

  @Override
  public void reveal(FileId file, TextRange range) {
    asked.add("reveal " + file.name() + " " + range.start());
  }

  @Override
  public void say(Severity severity, String message) {
    asked.add("say " + message);
  }

  @Override
  public void createTest(NewTest test) {
    asked.add("test " + test.method() + " " + test.url());
  }

  @Override
  public void help(String page) {}

  @Override
  public void copy(String text) {
    asked.add("copy " + text);
  }
}
