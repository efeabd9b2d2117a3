package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The built-in sample in a workspace whose analysis runs on the calling thread. */
final class SampleModel {
  static final FileId INGRESS = new FileId("/sample/ingress.yaml");

  final Workspace workspace = new Workspace(InstantSource.system());
  final TestActions actions = new TestActions();
  final AppModel model;

  SampleModel(Theme theme) {
    model =
        new AppModel(
            workspace,
            new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run),
            theme,
            actions);
  }

  SampleModel open() {
    for (String name : new String[] {"ingress.yaml", "admin.yaml", "services.yaml"}) {
      try (var in =
          SampleModel.class.getResourceAsStream("/io/github/ingressdesigner/sample/" + name)) {
        workspace.open(new FileId("/sample/" + name), FileBytes.decode(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  void replace(String from, String to) {
    int at = workspace.text(INGRESS).string().indexOf(from);
    workspace.apply(
        new Change(
            "edit",
            Change.Kind.GESTURE,
            Map.of(INGRESS, TextEdits.of(new TextEdit(at, from, to))),
            Optional.empty()),
        this);
  }
}
