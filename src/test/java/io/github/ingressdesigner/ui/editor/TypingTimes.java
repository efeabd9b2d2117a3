package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Types 60 characters in the middle of a file, one in each frame, and prints how long the JavaFX
 * thread was busy with each key and with the frame behind it: FILE.
 */
public final class TypingTimes {
  public static void main(String[] args) {
    Application.launch(App.class, args);
  }

  /** The window that is typed into. */
  public static final class App extends Application {
    private static final int KEYS = 60;
    private final ExecutorService analysis =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });

    @Override
    public void start(Stage stage) {
      Workspace workspace = new Workspace(InstantSource.system());
      LatestSnapshotFeed feed =
          new LatestSnapshotFeed(workspace, Dialects.SPEC, analysis, Platform::runLater);
      AppModel model =
          new AppModel(workspace, feed, new Theme(false), new Bench(false).model.actions());
      EditorView view = new EditorView(model);
      Scene scene = new Scene((Parent) view.node(), 534, 608);
      model.theme().install(scene);
      stage.setScene(scene);
      stage.show();
      FileId file = new FileId("/big.yaml");
      workspace.open(file, FileBytes.decode(read()));
      long start = System.nanoTime();
      model.activeFileProperty().set(Optional.of(file));
      print("shown", new long[] {System.nanoTime() - start});
      FileEditor editor = view.editor(file).orElseThrow();
      int middle = editor.text().lines().endOf(editor.text().lines().lineCount() / 2);
      view.reveal(TextRange.at(middle));
      new Typist(editor, scene).start();
    }

    private byte[] read() {
      try {
        return Files.readAllBytes(Path.of(getParameters().getRaw().getFirst()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void print(String what, long[] nanos) {
      Arrays.sort(nanos);
      System.out.printf(
          Locale.ROOT,
          "%s: median %.1f ms, max %.1f ms%n",
          what,
          nanos[nanos.length / 2] / 1e6,
          nanos[nanos.length - 1] / 1e6);
    }

    /** One key in each frame, after some frames for the first layout. */
    private static final class Typist extends AnimationTimer {
      private final FileEditor editor;
      private final long[] keys = new long[KEYS];
      private final long[] frames = new long[KEYS];
      private int frame = -40;
      private long typed;

      Typist(FileEditor editor, Scene scene) {
        this.editor = editor;
        scene.addPostLayoutPulseListener(
            () -> {
              if (frame > 0 && frame <= KEYS) {
                frames[frame - 1] = System.nanoTime() - typed;
              }
            });
      }

      @Override
      public void handle(long now) {
        frame++;
        if (frame > KEYS) {
          stop();
          print("key to workspace and area", keys);
          print("key to the end of layout", frames);
          Platform.exit();
        } else if (frame > 0) {
          typed = System.nanoTime();
          editor.area().insertText(editor.area().getCaretPosition(), "x");
          keys[frame - 1] = System.nanoTime() - typed;
        }
      }
    }
  }
}
