package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.HelpSheet;
import io.github.ingressdesigner.ui.help.HelpView;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;

/** Finds the way: to an element of the files by its name, and in the subject by the help. */
final class GuideRoom {
  private static final String FIRST_PAGE = "ingress";

  private final AppModel model;
  private final MainWindow window;
  private final Threads threads;

  GuideRoom(AppModel model, MainWindow window, Threads threads) {
    this.model = model;
    this.window = window;
    this.threads = threads;
  }

  void addTo(Commands commands) {
    commands.add("outline", () -> !model.workspace().files().isEmpty(), this::showOutline);
    commands.add("manual", () -> showHelp(FIRST_PAGE));
  }

  /** The list of a large workspace takes longer than a frame to make. */
  private void showOutline() {
    Snapshot snapshot = model.snapshot();
    CommandPalette palette = new CommandPalette(window.overlay());
    palette.show(
        List.of(), Messages.text("shell.outline.prompt"), Messages.text("shell.outline.none"));
    threads
        .io()
        .execute(
            () -> {
              List<Command> places = Outline.of(snapshot, this::goTo);
              threads.ui().execute(() -> palette.offer(places));
            });
  }

  private void goTo(Location at) {
    model.select(at, "outline");
    model
        .feed()
        .current()
        .rangeOf(at)
        .ifPresent(range -> model.actions().reveal(at.resource().file(), range));
  }

  /** Opens a page of the help. */
  void showHelp(String page) {
    HelpView help = new HelpView(threads.io(), threads.ui());
    help.show(page);
    window.overlay().show(HelpSheet.create(help.node()));
  }
}
