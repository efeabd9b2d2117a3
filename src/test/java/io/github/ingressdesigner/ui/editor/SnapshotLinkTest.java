package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SnapshotLinkTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private Bench bench;
  private EditorView view;
  private FileId file;

  @Start
  void show(Stage stage) {
    bench = new Bench(false, waiting::add);
    file = bench.openSample("ingress.yaml");
    view = new EditorView(bench.model);
    Scene scene = new Scene((Parent) view.node(), 534, 300);
    bench.model.theme().install(scene);
    stage.setScene(scene);
    stage.show();
    compute();
  }

  private void compute() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void elementThatAGestureSelectsIsShownOnceItsSnapshotComes(FxRobot robot) {
    ResourceId shop = bench.model.snapshot().resources().all().getFirst().id();
    Location last = new Location(shop, FieldPath.path(0, 3));
    robot.interact(
        () -> {
          TextEdits edits = TextEdits.of(TextEdit.insert(0, "# first\n"));
          bench.workspace.apply(
              new Change("x", Change.Kind.GESTURE, Map.of(file, edits), Optional.of(last)), this);
          bench.model.select(last, this);
        });
    assertThat(caret()).isEqualTo("# first\n".length());
    robot.interact(this::compute);
    assertThat(caret()).isEqualTo(bench.model.snapshot().rangeOf(last).orElseThrow().start());
  }

  @Test
  void caretBesideAllElementsSelectsNothing(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          view.focusEditor();
          view.editor(file).orElseThrow().area().insertText(0, "# first\n");
          compute();
          Location shop = Location.of(bench.model.snapshot().resources().all().getFirst().id());
          bench.model.select(shop, this);
          view.editor(file).orElseThrow().area().moveTo(3);
        });
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> bench.model.selectionProperty().get().at().isEmpty());
  }

  private int caret() {
    return view.editor(file).orElseThrow().area().getCaretPosition();
  }
}
