package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControllersViewModelTest {
  // The theme needs a toolkit, and nothing here asks for it.
  private final SampleModel sample = new SampleModel(null).open();
  private final TesterViewModel tester =
      new TesterViewModel(sample.model, Runnable::run, Runnable::run);

  /** Answers each request with a status, and counts how often it compiles. */
  private static final class Fixed implements Dialect {
    private final String id;
    private final int status;
    private int compiled;

    Fixed(String id, int status) {
      this.id = id;
      this.status = status;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String displayName() {
      return id;
    }

    @Override
    public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
      compiled++;
      if (status == 0) {
        throw new IllegalStateException("a dialect with a mistake");
      }
      return new RouteTable() {
        @Override
        public Outcome find(Request request) {
          return new Outcome.Status(status, Optional.empty());
        }

        @Override
        public Decision explain(Request request) {
          return new Decision(find(request), new Trace(List.of()), Decision.Confidence.EXACT);
        }

        @Override
        public List<HostTable> hosts() {
          return List.of();
        }

        @Override
        public List<LeftOut> leftOut() {
          return List.of();
        }
      };
    }
  }

  private ControllersViewModel table(Dialect... dialects) {
    ControllersViewModel table =
        new ControllersViewModel(
            sample.model, () -> List.of(dialects), Runnable::run, Runnable::run);
    table.shownProperty().set(true);
    return table;
  }

  @Test
  void rowsThatAnswerOtherwiseThanTheDecidingOneAreMarked() {
    Fixed same = new Fixed("same", 404);
    Fixed other = new Fixed("other", 503);
    sample.model.feed().setDialect(same);
    ControllersViewModel table = table(Dialects.SPEC, same, other);
    tester.urlProperty().set("https://nobody.example.org/x");
    assertThat(table.rows()).extracting(ControllerRow::title).contains("404", "503");
    assertThat(table.rows())
        .filteredOn(table::differs)
        .extracting(r -> r.dialect().id())
        .contains("other")
        .doesNotContain("same");
    sample.model.feed().setDialect(other);
    assertThat(table.differs(table.rows().get(1))).isTrue();
    assertThat(table.differs(table.rows().get(2))).isFalse();
  }

  @Test
  void tablesAreCompiledOnceForAText() {
    Fixed one = new Fixed("one", 404);
    table(one);
    tester.urlProperty().set("https://shop.example.com/a");
    tester.urlProperty().set("https://shop.example.com/b");
    assertThat(one.compiled).isEqualTo(1);
    sample.replace("path: /api\n", "path: /app\n");
    assertThat(one.compiled).isEqualTo(2);
  }

  @Test
  void nothingIsAskedWhileNobodyLooks() {
    Fixed one = new Fixed("one", 404);
    ControllersViewModel table = table(one);
    table.shownProperty().set(false);
    tester.urlProperty().set("https://shop.example.com/a");
    assertThat(one.compiled).isZero();
    assertThat(table.rows()).isEmpty();
  }

  @Test
  void aMistakeOfOneControllerLeavesTheOthers() {
    ControllersViewModel table = table(new Fixed("broken", 0), new Fixed("good", 404));
    tester.urlProperty().set("https://shop.example.com/a");
    assertThat(table.rows()).extracting(ControllerRow::title).containsExactly("Not asked", "404");
    assertThat(table.rows().getFirst().sign()).isEqualTo(Sign.ERROR);
    assertThat(table.leftProperty().get()).isZero();
  }

  @Test
  void newerRequestStopsTheOlderOne() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    Fixed one = new Fixed("one", 404);
    ControllersViewModel table =
        new ControllersViewModel(sample.model, () -> List.of(one), waiting::add, Runnable::run);
    table.shownProperty().set(true);
    tester.urlProperty().set("https://shop.example.com/a");
    tester.urlProperty().set("https://shop.example.com/b");
    assertThat(waiting).hasSize(1);
    waiting.poll().run();
    assertThat(table.request().orElseThrow().path()).isEqualTo("/b");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.isOld(table.rows().getFirst())).isFalse();
  }

  @Test
  void rowsOfTheRequestBeforeAreOldUntilTheNewAnswerComes() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    Fixed one = new Fixed("one", 404);
    ControllersViewModel table =
        new ControllersViewModel(sample.model, () -> List.of(one), waiting::add, Runnable::run);
    table.shownProperty().set(true);
    tester.urlProperty().set("https://shop.example.com/a");
    waiting.poll().run();
    tester.urlProperty().set("https://shop.example.com/b");
    assertThat(table.isOld(table.rows().getFirst())).isTrue();
    assertThat(table.leftProperty().get()).isEqualTo(1);
    waiting.poll().run();
    assertThat(table.isOld(table.rows().getFirst())).isFalse();
  }

  @Test
  void theTableIsCopiedAsMarkdown() {
    Fixed same = new Fixed("same", 404);
    sample.model.feed().setDialect(same);
    ControllersViewModel table = table(same, new Fixed("o|her", 503));
    tester.urlProperty().set("http://shop.example.com:8080/a?b");
    assertThat(
            ControllersText.markdown(table.request().orElseThrow(), table.rows(), table::differs))
        .isEqualTo(
            """
            `GET http://shop.example.com:8080/a?b`

            Each reads class names and default classes as its own.

            | Controller | Answer | Arrives as |  | Confidence | Why |
            | --- | --- | --- | --- | --- | --- |
            | same | 404 |  |  | Exact |  |
            | o\\|her | 503 |  | differs | Exact |  |
            """);
  }
}
