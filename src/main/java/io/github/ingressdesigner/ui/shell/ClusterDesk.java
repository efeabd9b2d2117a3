package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.apply.ApplyJournal;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.Kubeconfig;
import io.github.ingressdesigner.cluster.kubeconfig.ProtectedContexts;
import io.github.ingressdesigner.cluster.login.Logins;
import io.github.ingressdesigner.cluster.login.PluginConsents;
import io.github.ingressdesigner.cluster.login.PluginPolicy;
import io.github.ingressdesigner.cluster.login.PluginRequest;
import io.github.ingressdesigner.cluster.session.ConnectionTest;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.ui.cluster.ContextBox;
import io.github.ingressdesigner.ui.cluster.ContextState;
import io.github.ingressdesigner.ui.cluster.ContextState.Phase;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.PluginSheet;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which cluster the window talks to. Listing contexts reads files and nothing else; choosing one
 * connects, after the person agreed to a program that logs them in.
 */
final class ClusterDesk implements ContextBox.Actions {
  private final Threads threads;
  private final MainWindow window;
  private final Busy busy;
  private final PluginConsents consents;
  private final ProtectedContexts protectedContexts;
  private final ApplyJournal journal;
  private final ContextBox box = new ContextBox(this);
  private ContextState state = ContextState.NONE;
  private Optional<KubeSession> session = Optional.empty();

  ClusterDesk(Threads threads, MainWindow window, AppFolders folders) {
    this.threads = threads;
    this.window = window;
    busy = new Busy(window, threads);
    consents = new PluginConsents(folders.config());
    protectedContexts = new ProtectedContexts(folders.config());
    journal = new ApplyJournal(folders.state());
  }

  ContextBox box() {
    return box;
  }

  Busy busy() {
    return busy;
  }

  ApplyJournal journal() {
    return journal;
  }

  Optional<KubeContext> chosen() {
    return state.chosen();
  }

  boolean isChosen() {
    return state.chosen().isPresent();
  }

  /** Without a cluster the person is asked for one first. */
  void orChoose(Runnable action) {
    if (isChosen()) {
      action.run();
    } else {
      box.open();
    }
  }

  boolean isProtected() {
    return state.isProtected();
  }

  @Override
  public void reload() {
    threads
        .io()
        .execute(
            () -> {
              Path home = Path.of(System.getProperty("user.home"));
              Kubeconfig read = Kubeconfig.read(Kubeconfig.usualFiles(System.getenv(), home));
              threads.ui().execute(() -> loaded(read));
            });
  }

  private void loaded(Kubeconfig read) {
    boolean changed =
        !read.contexts().equals(state.contexts()) || !read.problems().equals(state.problems());
    if (changed) {
      show(
          new ContextState(
              read.contexts(),
              read.problems(),
              state.chosen(),
              state.phase(),
              state.detail(),
              state.isProtected()));
    }
  }

  private void show(ContextState now) {
    state = now;
    box.show(now);
  }

  private void phase(Phase phase, String detail) {
    show(
        new ContextState(
            state.contexts(),
            state.problems(),
            state.chosen(),
            phase,
            detail,
            state.chosen().map(c -> protectedContexts.isProtected(c.key())).orElse(false)));
  }

  @Override
  public void choose(Optional<KubeContext> context) {
    close();
    show(new ContextState(state.contexts(), state.problems(), context, Phase.NONE, "", false));
    phase(Phase.NONE, "");
    if (context.isPresent()) {
      withConsent(this::test);
    }
  }

  @Override
  public void protect(boolean isProtected) {
    Optional<KubeContext> context = state.chosen();
    if (context.isPresent()) {
      try {
        protectedContexts.mark(context.get().key(), isProtected);
      } catch (IOException e) {
        busy.tell(Messages.text("shell.cluster.notKept", e.getMessage()));
      }
      phase(state.phase(), state.detail());
    }
  }

  @Override
  public void test() {
    Optional<KubeContext> asked = state.chosen();
    phase(Phase.CONNECTING, "");
    threads
        .io()
        .execute(
            () -> {
              try {
                ConnectionTest test = ConnectionTest.of(session(() -> false), () -> false);
                threads.ui().execute(() -> tested(asked, Phase.CONNECTED, test.version()));
              } catch (ClusterException e) {
                threads.ui().execute(() -> tested(asked, Phase.FAILED, e.getMessage()));
              }
            });
  }

  private void tested(Optional<KubeContext> asked, Phase phase, String detail) {
    if (asked.equals(state.chosen())) {
      phase(phase, detail);
      if (phase == Phase.FAILED) {
        busy.tell(detail);
      }
    }
  }

  /** Goes on once no program waits for the person's word. */
  void withConsent(Runnable then) {
    Optional<PluginRequest> pending = state.chosen().flatMap(c -> logins().pending(c));
    if (pending.isEmpty()) {
      then.run();
      return;
    }
    window
        .overlay()
        .show(
            PluginSheet.create(
                state.chosen().orElseThrow().name(),
                pending.get(),
                () -> {
                  consents.agreeOnce(pending.get());
                  then.run();
                },
                () -> {
                  agree(pending.get());
                  then.run();
                },
                () -> phase(Phase.FAILED, Messages.text("shell.cluster.notStarted"))));
  }

  private void agree(PluginRequest request) {
    try {
      consents.agree(request);
    } catch (IOException e) {
      busy.tell(Messages.text("shell.cluster.notKept", e.getMessage()));
    }
  }

  private Logins logins() {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home"));
    return new Logins(
        consents, PluginPolicy.ofSystem(environment, home), environment, Clock.systemUTC());
  }

  /** The session with the chosen cluster, kept until another one is chosen; blocks. */
  synchronized KubeSession session(BooleanSupplier cancelled) throws ClusterException {
    KubeContext context =
        state
            .chosen()
            .orElseThrow(
                () ->
                    new ClusterException(Kind.KUBECONFIG, Messages.text("cluster.context.choose")));
    if (session.isEmpty() || !session.get().context().equals(context)) {
      close();
      session = Optional.of(KubeSession.open(context, logins(), System.getenv(), cancelled));
    }
    return session.get();
  }

  synchronized void close() {
    session.ifPresent(KubeSession::close);
    session = Optional.empty();
  }

  /** What the status of a failed call means for the box. */
  void failed(ClusterException e) {
    if (List.of(Kind.UNREACHABLE, Kind.CERTIFICATE, Kind.UNAUTHORIZED, Kind.LOGIN, Kind.TIMEOUT)
        .contains(e.kind())) {
      phase(Phase.FAILED, e.getMessage());
    }
  }
}
