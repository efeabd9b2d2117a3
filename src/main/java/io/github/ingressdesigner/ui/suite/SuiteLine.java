package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.suite.Spot;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row of the list: a suite, something wrong with it, or one of its tests. */
sealed interface SuiteLine {
  FileId file();

  /** Where it stands in the suite's file, or in the manifest that is wrong. */
  Spot spot();

  /** Tells the row again after the tests ran anew. */
  String key();

  record Head(Report.Run run) implements SuiteLine {
    @Override
    public FileId file() {
      return run.file();
    }

    @Override
    public Spot spot() {
      return new Spot(run.file().value(), 1, 1);
    }

    @Override
    public String key() {
      return run.file().value();
    }
  }

  record Trouble(FileId file, Notice notice) implements SuiteLine {
    @Override
    public Spot spot() {
      return notice.spot();
    }

    @Override
    public String key() {
      return file.value() + " " + notice;
    }
  }

  /**
   * @param stale whether the result is that of an older text
   */
  record Test(FileId file, CaseResult result, boolean stale) implements SuiteLine {
    @Override
    public Spot spot() {
      return result.test().spot();
    }

    @Override
    public String key() {
      return file.value() + " " + result.test().at();
    }

    String request() {
      return result.test().request().method() + " " + result.test().url();
    }
  }

  /**
   * @param failedOnly whether tests that pass are left out
   */
  static List<SuiteLine> of(Report report, boolean failedOnly) {
    List<SuiteLine> lines = new ArrayList<>();
    for (Report.Run run : report.runs()) {
      if (failedOnly && run.failed() == 0 && !run.isStale()) {
        continue;
      }
      lines.add(new Head(run));
      run.notices().forEach(notice -> lines.add(new Trouble(run.file(), notice)));
      run.result()
          .ifPresent(
              ran ->
                  ran.cases().stream()
                      .filter(result -> !failedOnly || !result.passed())
                      .forEach(r -> lines.add(new Test(run.file(), r, run.isStale()))));
    }
    return lines;
  }

  /** Index of the row that stands for the same as before, if it is still there. */
  static Optional<Integer> find(List<SuiteLine> lines, String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).key().equals(key)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
