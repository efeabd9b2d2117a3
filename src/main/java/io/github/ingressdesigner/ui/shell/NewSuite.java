package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.suite.SuiteEdits;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.suite.SuiteText;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A suite that is about to be begun: its name, and its text with the first tests. */
record NewSuite(AppModel model, FileId suite) {
  /** More manifests than these a suite names by a pattern. */
  private static final int MOST_NAMED = 8;

  static boolean isSuite(FileId file) {
    return SuiteFiles.isSuite(file.value());
  }

  /**
   * Beside its manifest, also while that has no file yet.
   *
   * @param more comes before the ending of the name
   */
  static FileId beside(FileId manifest, String more) {
    String name = SuiteFiles.nameFor(manifest.name(), more);
    int slash = manifest.value().lastIndexOf('/');
    return new FileId(
        slash < 0
            ? manifest.value() + "/" + name
            : manifest.value().substring(0, slash + 1) + name);
  }

  /** Empty where the tests cannot be written. */
  Optional<String> text(List<NewTest> tests) {
    return withTests(begun(tests.getFirst()), tests);
  }

  private String begun(NewTest test) {
    Dialect dialect = model.feed().dialect();
    boolean own = test.controller().filter(id -> !id.equals(dialect.id())).isEmpty();
    return SuiteText.begin(
        suite.name(),
        test.controller().orElse(dialect.id()),
        own ? dialect.config().values() : Map.of(),
        manifests());
  }

  /** By name; very many by what their names end with. */
  private List<String> manifests() {
    List<String> names =
        model.workspace().files().stream()
            .filter(file -> !isSuite(file))
            .map(file -> relative(file))
            .toList();
    boolean below = !suite.isUntitled() && names.stream().noneMatch(n -> n.startsWith(".."));
    return below && names.size() > MOST_NAMED
        ? names.stream().map(n -> "**/*" + n.substring(n.lastIndexOf('.'))).distinct().toList()
        : names;
  }

  private Optional<String> withTests(String text, List<NewTest> tests) {
    ResourceId id = ResourceId.whole(suite, new DocumentId(0));
    ReadResult read = new YamlReader().read(text);
    if (!(read instanceof ReadResult.Parsed parsed)) {
      return Optional.empty();
    }
    PlanContext context =
        new PlanContext(
            Map.of(
                suite,
                new PlanContext.PlanFile(
                    SourceText.of(text),
                    true,
                    List.of(
                        new PlanContext.PlanDocument(
                            id.document(), new TextRange(0, text.length()), read)))));
    return new IntentPlanner().plan(intent(parsed.tree(), id, tests, ""), context)
            instanceof Plan.Ready ready
        ? Optional.of(SourceText.of(text).apply(ready.edits().get(suite)).string())
        : Optional.empty();
  }

  /** Writes tests behind those of a suite. */
  static Intent intent(YamlTree tree, ResourceId suite, List<NewTest> tests, String label) {
    List<Intent> parts =
        tests.stream().map(test -> SuiteEdits.add(tree, suite, test, label)).toList();
    return parts.size() == 1 ? parts.getFirst() : new Intent.Together(label, parts);
  }

  /** As the suite names it; texts without a file are named as they will be saved. */
  private String relative(FileId manifest) {
    if (suite.isUntitled() || manifest.isUntitled()) {
      return manifest.name();
    }
    Path folder = FileStore.pathOf(suite).getParent();
    return folder.relativize(FileStore.pathOf(manifest)).toString().replace('\\', '/');
  }
}
