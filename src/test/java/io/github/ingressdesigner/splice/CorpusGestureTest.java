package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.splice.CorpusGestures.Report;
import io.github.ingressdesigner.splice.CorpusGestures.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every gesture on a seeded sample of real files; {@link CorpusGestureReport} takes all of them.
 */
class CorpusGestureTest {
  private static final int SAMPLE = 50;

  @ParameterizedTest
  @EnumSource
  void noGestureOnRealFilesIsWrong(Variant variant) {
    String folder = System.getProperty("corpus.dir", "");
    assumeTrue(
        !folder.isEmpty() && Files.isDirectory(Path.of(folder, "files")),
        "skipped: no folder of real files in the property corpus.dir");
    Map<String, String> texts = CorpusGestureReport.texts(Path.of(folder, "files"));
    List<String> names = new ArrayList<>(texts.keySet());
    Collections.shuffle(names, new Random(23));

    Report report = new Report();
    names.stream()
        .limit(SAMPLE)
        .forEach(name -> new CorpusGestures(variant, report).tryAll(name, texts.get(name)));

    assertThat(report.wrongs).isEmpty();
    assertThat(report.exact).isGreaterThan(report.refusals());
  }
}
