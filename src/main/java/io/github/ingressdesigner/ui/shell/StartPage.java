package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.start.Ago;
import io.github.ingressdesigner.ui.start.Recent;
import io.github.ingressdesigner.ui.start.StartView;
import io.github.ingressdesigner.ui.start.Template;
import io.github.ingressdesigner.workspace.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;

/** Ties the start page to the commands, the recent files and the live sample. */
final class StartPage implements StartView.Doors {
  /** As many as fit beside the live sample. */
  private static final int RECENT = 5;

  private final Commands commands;
  private final FileOpener opener;
  private final LiveSample sample;
  private final StartView view;

  StartPage(Commands commands, FileOpener opener, LiveSample sample) {
    this.commands = commands;
    this.opener = opener;
    this.sample = sample;
    view =
        new StartView(
            this,
            new StartView.Keys(
                KeyMap.text("openFolder"), KeyMap.text("openFiles"), KeyMap.text("newFile")),
            sample.node());
  }

  Node node() {
    return view.node();
  }

  void showRecent(List<Settings.Recent> recent) {
    Instant now = InstantSource.system().instant();
    view.setRecent(recent.stream().limit(RECENT).map(entry -> row(entry, now)).toList());
  }

  private Recent row(Settings.Recent entry, Instant now) {
    Path path = Path.of(entry.path());
    return new Recent(
        path.getFileName() == null ? entry.path() : path.getFileName().toString(),
        Paths.shown(path),
        Ago.words(entry.at(), now, ZoneId.systemDefault()),
        entry.folder(),
        () -> opener.open(List.of(path)));
  }

  @Override
  public void openFolder() {
    commands.run("openFolder");
  }

  @Override
  public void openFiles() {
    commands.run("openFiles");
  }

  @Override
  public void newFromTemplate() {
    commands.run("newFile");
  }

  @Override
  public void openTemplate(Template template) {
    opener.openTexts(List.of(template.text()));
  }

  @Override
  public void openSample() {
    opener.openTexts(List.of(sample.text()));
  }

  @Override
  public void clearRecent() {
    commands.run("clearRecent");
  }
}
