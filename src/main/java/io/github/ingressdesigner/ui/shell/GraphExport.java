package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.render.GraphSvg;
import io.github.ingressdesigner.render.GraphSvg.Theme;
import io.github.ingressdesigner.ui.canvas.GraphPicture;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Saves the whole graph, with the traced request, as a picture. */
final class GraphExport {
  /** Larger pictures are drawn smaller: a PNG must fit into memory. */
  private static final double MOST_PIXELS = 60e6;

  private static final double SHARP = 2;

  private final AppModel model;
  private final FilePicker picker;
  private final Supplier<Optional<Path>> folder;
  private final Threads threads;

  /**
   * @param folder where the dialogue begins
   */
  GraphExport(AppModel model, FilePicker picker, Supplier<Optional<Path>> folder, Threads threads) {
    this.model = model;
    this.picker = picker;
    this.folder = folder;
    this.threads = threads;
  }

  void addTo(Commands commands, GraphView graph) {
    commands.add("findInGraph", this::hasGraph, graph::search);
    commands.add("exportSvg", this::hasGraph, this::svg);
    commands.add("exportPng", this::hasGraph, this::png);
  }

  private boolean hasGraph() {
    return !model.snapshot().graph().hosts().isEmpty();
  }

  private Optional<TraceMarks> marks() {
    return model.tracedProperty().get().map(traced -> TraceMarks.of(traced.decision()));
  }

  private String name(String ending) {
    String file =
        model.activeFileProperty().get().map(FileId::name).orElse("graph").replace('/', '-');
    return file.replaceFirst("\\.(ya?ml|json)$", "") + ending;
  }

  private void svg() {
    picker
        .fileToSave(folder.get(), name(".svg"))
        .ifPresent(
            path -> {
              Layout layout = GraphSvg.layout(model.snapshot().graph());
              Theme theme = model.theme().isDark() ? Theme.DARK : Theme.LIGHT;
              String title = Messages.text("shell.export.title", name(""));
              String svg = GraphSvg.write(layout, marks(), theme, title);
              save(path, svg.getBytes(StandardCharsets.UTF_8));
            });
  }

  private void png() {
    picker
        .fileToSave(folder.get(), name(".png"))
        .ifPresent(
            path -> {
              Layout layout = GraphSvg.layout(model.snapshot().graph());
              double most = Math.sqrt(MOST_PIXELS / (layout.width() * layout.height()));
              double scale = Math.min(SHARP, most);
              save(path, GraphPicture.png(layout, marks(), model.theme().isDark(), scale));
            });
  }

  private void save(Path path, byte[] bytes) {
    threads
        .io()
        .execute(
            () -> {
              Optional<String> problem = write(path, bytes);
              threads
                  .ui()
                  .execute(
                      () ->
                          model
                              .actions()
                              .say(
                                  problem.isPresent() ? Severity.ERROR : Severity.INFO,
                                  problem.orElseGet(
                                      () -> Messages.text("shell.export.saved", path))));
            });
  }

  private static Optional<String> write(Path path, byte[] bytes) {
    try {
      new FileStore().replace(path, bytes);
      return Optional.empty();
    } catch (DiskException e) {
      return Optional.of(e.getMessage());
    }
  }
}
