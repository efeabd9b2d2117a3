package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.Spot;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import java.util.List;

/** What the list of tests asks of the window beside what all views ask. */
public interface SuiteActions {
  SuiteActions NONE =
      new SuiteActions() {
        @Override
        public void show(Spot spot) {}

        @Override
        public void accept(FileId suite, List<CaseResult> failed) {}

        @Override
        public void look() {}
      };

  /** Shows a place of a suite, or of one of its manifests, in the editor; opens the file for it. */
  void show(Spot spot);

  /** Makes tests of a suite expect what they got, as one undo step. */
  void accept(FileId suite, List<CaseResult> failed);

  /** Looks for suites on disk again. */
  void look();
}
