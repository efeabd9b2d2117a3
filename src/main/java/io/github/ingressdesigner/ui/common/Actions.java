package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.TextRange;
import java.util.List;

/** What views ask of the window; the shell does it. All methods are called on the JavaFX thread. */
public interface Actions {
  /**
   * Plans and applies as one undo step; asks where the text is ambiguous, explains where it
   * refuses.
   */
  void perform(Intent intent);

  /** Plans only, to tell whether a gesture would be legal and what it would do. */
  Plan preview(Intent intent);

  void undo();

  void redo();

  /**
   * Writes a route test into the suite beside the open files, or begins one; the person sees where
   * it stands and can undo it.
   */
  void createTest(NewTest test);

  /** Writes several route tests as one undo step. */
  default void createTests(List<NewTest> tests) {
    tests.forEach(this::createTest);
  }

  /** Shows a range in the YAML editor and gives the editor the focus. */
  void reveal(FileId file, TextRange range);

  /** Tells something in the message strip of the window; it goes away by itself unless an error. */
  void say(Severity severity, String message);

  /**
   * Opens a page of the help.
   *
   * @param page its id: {@code tls}, {@code check:path-unreachable}
   */
  void help(String page);

  /** Puts text on the clipboard and says so. */
  void copy(String text);
}
