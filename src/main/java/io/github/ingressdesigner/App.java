package io.github.ingressdesigner;

import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Surroundings;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.workspace.log.LogFile;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** The application with a window. */
public final class App extends Application {
  @Override
  public void start(Stage stage) {
    AppFolders folders = AppFolders.system();
    openLog(folders);
    Start start = Start.of(getParameters().getRaw());
    AppWiring wiring =
        new AppWiring(stage, new Surroundings(Threads.real(), folders, Optional.empty()));
    if (start.sample()) {
      wiring.openSample();
    }
    if (!start.paths().isEmpty()) {
      wiring.open(start.paths());
    }
    if (!start.sample() && start.paths().isEmpty()) {
      wiring.openLastSession();
    }
    wiring.show();
  }

  private static void openLog(AppFolders folders) {
    try {
      LogFile.open(folders.state());
    } catch (IOException e) {
      // Without a log the application works as well; what matters to people it says itself.
    }
  }
}
