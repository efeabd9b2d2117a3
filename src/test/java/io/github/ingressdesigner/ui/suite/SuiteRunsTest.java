package io.github.ingressdesigner.ui.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuiteRunsTest {
  private static final FileId SHOP = file("shop.yaml");
  private static final FileId SUITE = file("shop.routes.yaml");
  private static final String MANIFEST =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
        - host: shop.example
          http:
            paths:
            - path: /api
              pathType: Prefix
              backend: {service: {name: api, port: {number: 80}}}
            - path: /
              pathType: Prefix
              backend: {service: {name: web, port: {number: 80}}}
      """;
  private static final String TESTS =
      """
      controller: kubernetes-spec
      manifests: [shop.yaml]
      routes:
        http://shop.example/api/x: api
        http://shop.example/no: api
      """;

  private final Workspace workspace = new Workspace(InstantSource.system());
  private final LatestSnapshotFeed feed =
      new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run);
  private final SuiteRuns runs = new SuiteRuns();

  private static FileId file(String name) {
    Path folder = Path.of("").toAbsolutePath().resolve("nowhere");
    return new FileId(folder.resolve(name).toString().replace('\\', '/'));
  }

  @BeforeEach
  void openManifest() {
    workspace.open(SHOP, FileBytes.of(SourceText.of(MANIFEST)));
  }

  @Test
  void suiteOnDiskIsRunAgainstTheOpenManifests() {
    Report report = run(onDisk(TESTS));
    assertThat(report.passed()).isOne();
    assertThat(report.failed()).isOne();
    assertThat(report.broken()).isZero();
  }

  @Test
  void changesThatAreNotSavedCount() {
    run(onDisk(TESTS));
    edit(SHOP, "name: api", "name: other");
    assertThat(run(onDisk(TESTS)).failed()).isEqualTo(2);
  }

  @Test
  void openSuiteGoesBeforeTheOneOnDisk() {
    workspace.open(SUITE, FileBytes.of(SourceText.of(TESTS.replace("no: api", "no: web"))));
    Report report = run(onDisk(TESTS));
    assertThat(report.runs()).hasSize(1);
    assertThat(report.failed()).isZero();
  }

  @Test
  void whatIsReachedIsToldByThePlacesOfTheOpenFiles() {
    Report report = run(onDisk(TESTS.replace("  http://shop.example/no: api\n", "")));
    Snapshot snapshot = feed.shown();
    Location api =
        new Location(
            snapshot.resources().ingresses().findFirst().orElseThrow().id(), FieldPath.path(0, 0));
    assertThat(report.reached()).containsExactly(api);
    assertThat(Reached.of(snapshot.graph(), report.reached())).isEqualTo(new Reached(1, 2, 1, 1));
  }

  @Test
  void whatIsMissedGetsATestEachThatPassesAndReachesIt() {
    Report report = run(onDisk(TESTS));
    Snapshot snapshot = feed.shown();
    List<Location> missed = Reached.missed(snapshot.graph(), report.reached()).toList();
    assertThat(missed).isEmpty();
    List<Location> all = Reached.missed(snapshot.graph(), Set.of()).toList();
    assertThat(Cover.of(snapshot.routes(), all, () -> false).tests())
        .extracting(NewTest::url)
        .containsExactly("https://shop.example/api", "https://shop.example/");
    assertThat(Cover.of(snapshot.routes(), all, () -> true).tests()).isEmpty();
  }

  @Test
  void brokenManifestKeepsTheLastResultAsStale() {
    run(onDisk(TESTS));
    edit(SHOP, "pathType: Prefix", "pathType Prefix");
    Report.Run run = run(onDisk(TESTS)).runs().getFirst();
    assertThat(run.isStale()).isTrue();
    assertThat(run.passed()).isOne();
    assertThat(run.notices()).extracting(n -> n.spot().file()).containsOnly(SHOP.value());
  }

  @Test
  void missingManifestIsToldWithItsPlaceInTheSuite() {
    List<Notice> notices =
        run(onDisk(TESTS.replace("shop.yaml", "gone.yaml"))).runs().getFirst().notices();
    assertThat(notices)
        .singleElement()
        .satisfies(n -> assertThat(n.spot().line()).isEqualTo(2))
        .satisfies(n -> assertThat(n.message()).contains("gone.yaml"));
  }

  @Test
  void unknownControllerIsTold() {
    List<Notice> notices =
        run(onDisk(TESTS.replace("kubernetes-spec", "nobody"))).runs().getFirst().notices();
    assertThat(notices).singleElement().asString().contains("The controller nobody is not known");
  }

  @Test
  void suiteWithoutControllerAsksTheOneThatDecides() {
    Report report = run(onDisk(TESTS.replace("controller: kubernetes-spec\n", "")));
    assertThat(report.runs().getFirst().result().orElseThrow().controller())
        .isEqualTo("kubernetes-spec");
  }

  @Test
  void resultIsTheSameObjectWhereNothingChanged() {
    List<SuiteFile> suites = onDisk(TESTS);
    Report first = run(suites);
    workspace.open(file("other.yaml"), FileBytes.of(SourceText.of("# nothing\n")));
    assertThat(run(suites).runs().getFirst().result().orElseThrow())
        .isSameAs(first.runs().getFirst().result().orElseThrow());
  }

  @Test
  void textsWithoutAFileStandBesideEachOther() {
    workspace.open(
        new FileId("untitled:1/a.yaml"),
        FileBytes.of(SourceText.of(MANIFEST.replace("api}", "x}"))));
    workspace.open(
        new FileId("untitled:1/a.routes.yaml"),
        FileBytes.of(SourceText.of(TESTS.replace("shop.yaml", "a.yaml"))));
    Report report = run(List.of());
    assertThat(report.broken()).isZero();
    assertThat(report.passed() + report.failed()).isEqualTo(2);
  }

  @Test
  void suiteThatIsOpenGivesNoProblems() {
    workspace.open(SUITE, FileBytes.of(SourceText.of(TESTS)));
    assertThat(feed.shown().problems()).extracting(Problem::file).doesNotContain(SUITE);
  }

  private static List<SuiteFile> onDisk(String text) {
    return List.of(new SuiteFile(SUITE, SourceText.of(text)));
  }

  private Report run(List<SuiteFile> onDisk) {
    return runs.run(new SuiteRuns.Question(feed.shown(), feed.dialect(), onDisk));
  }

  private void edit(FileId file, String from, String to) {
    int at = workspace.text(file).string().indexOf(from);
    TextEdits edits = TextEdits.of(new TextEdit(at, from, to));
    workspace.apply(
        new Change("edit", Change.Kind.GESTURE, Map.of(file, edits), Optional.empty()), this);
  }
}
