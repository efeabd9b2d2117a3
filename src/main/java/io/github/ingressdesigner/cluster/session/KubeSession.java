package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.kubeconfig.Credential;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.login.Login;
import io.github.ingressdesigner.cluster.login.Logins;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation with one server as one person. Calls block and may be made from several threads.
 * The login is renewed when it ends; nothing of it is kept anywhere else.
 */
public final class KubeSession implements AutoCloseable {
  /** Other settings than the usual ones, for tests. */
  record Limits(int largest, Duration longestWait) {
    static final Limits USUAL = new Limits(Wire.LARGEST, Duration.ofSeconds(10));
  }

  private static final Duration EARLY = Duration.ofSeconds(30);
  private static final int WAITS = 3;
  private static final long STEP_NANOS = 50_000_000;

  private final KubeContext context;
  private final Logins logins;
  private final Proxies proxies;
  private final Clock clock;
  private final Limits limits;
  private Login login;
  private Wire wire;

  private KubeSession(
      KubeContext context,
      Logins logins,
      Proxies proxies,
      Clock clock,
      Limits limits,
      BooleanSupplier cancelled)
      throws ClusterException {
    this.context = context;
    this.logins = logins;
    this.proxies = proxies;
    this.clock = clock;
    this.limits = limits;
    this.login = logins.login(context, cancelled);
    this.wire = new Wire(context, login, proxies, limits.largest());
  }

  /**
   * Logs in; the server is not asked yet.
   *
   * @param environment for the proxy variables
   */
  public static KubeSession open(
      KubeContext context,
      Logins logins,
      Map<String, String> environment,
      BooleanSupplier cancelled)
      throws ClusterException {
    return open(context, logins, environment, Limits.USUAL, cancelled);
  }

  static KubeSession open(
      KubeContext context,
      Logins logins,
      Map<String, String> environment,
      Limits limits,
      BooleanSupplier cancelled)
      throws ClusterException {
    return new KubeSession(
        context, logins, new Proxies(environment), Clock.systemUTC(), limits, cancelled);
  }

  public KubeContext context() {
    return context;
  }

  /** Which cluster answers now. */
  public Identity identity(BooleanSupplier cancelled) throws ClusterException {
    Request request = Request.get(KubeKind.NAMESPACE.path(Optional.empty(), "kube-system"));
    try {
      KubeObject namespace = read(request, cancelled);
      return new Identity(context.cluster().server(), namespace.uid());
    } catch (ClusterException e) {
      if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.NOT_FOUND) {
        return new Identity(context.cluster().server(), Optional.empty());
      }
      throw e;
    }
  }

  /** Reads. Waits and asks again where the server has too much to do and says for how long. */
  public KubeObject read(Request request, BooleanSupplier cancelled) throws ClusterException {
    if (!request.isRead()) {
      throw new IllegalArgumentException(request.method() + ", expected GET");
    }
    for (int waits = 0; ; waits++) {
      try {
        return reply(request, cancelled).object();
      } catch (ClusterException e) {
        Optional<Duration> wait =
            e.retryAfter().filter(d -> d.compareTo(limits.longestWait()) <= 0);
        if (e.kind() != Kind.BUSY || wait.isEmpty() || waits >= WAITS) {
          throw e;
        }
        pause(wait.get(), cancelled);
      }
    }
  }

  /** Reads an answer that goes on for long, line by line, until the server ends it. */
  void stream(Request request, Consumer<KubeObject> lines, BooleanSupplier cancelled)
      throws ClusterException {
    Wire now = wire(cancelled);
    now.stream(
        request,
        line -> {
          Optional<KubeObject> object = KubeObject.parse(line);
          object.ifPresent(o -> SecretStrip.strip(o.get("object")));
          object.ifPresent(lines);
        },
        cancelled);
  }

  /** As {@link #read}; empty where the object or its namespace does not exist. */
  public Optional<KubeObject> find(Request request, BooleanSupplier cancelled)
      throws ClusterException {
    try {
      return Optional.of(read(request, cancelled));
    } catch (ClusterException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Asks a question that the API wants as a POST, and that changes nothing. */
  public KubeObject ask(String path, ObjectNode question, BooleanSupplier cancelled)
      throws ClusterException {
    if (!path.matches("/apis/(authorization|authentication)\\.k8s\\.io/v1/selfsubject[a-z]+")) {
      throw new IllegalArgumentException(path + ", expected a review of oneself");
    }
    Request.Body body = new Request.Body("application/json", question.toString());
    return reply(Request.of("POST", path, body), cancelled).object();
  }

  /**
   * Changes the cluster, or tries it where the request says {@code dryRun}. Only the write gate may
   * call this.
   */
  public Reply change(Request request, BooleanSupplier cancelled) throws ClusterException {
    return reply(request, cancelled);
  }

  private Reply reply(Request request, BooleanSupplier cancelled) throws ClusterException {
    Wire now = wire(cancelled);
    Answer answer = now.send(request, cancelled);
    if (answer.code() == 401 && isRenewable()) {
      // the server did nothing, so the same request may be sent as the renewed person
      now = renew(cancelled);
      answer = now.send(request, cancelled);
    }
    if (!answer.isGood()) {
      throw now.failures().refused(answer);
    }
    return new Reply(parse(answer, now.failures()), answer.warnings());
  }

  private static KubeObject parse(Answer answer, Failures failures) throws ClusterException {
    try {
      JsonNode node = JsonMapper.shared().readTree(answer.body());
      if (node instanceof ObjectNode object) {
        SecretStrip.strip(object);
        return new KubeObject(object);
      }
    } catch (JacksonException e) {
      // its message repeats the text, so it is told as any other that is no object
    }
    throw failures.malformed(answer);
  }

  private boolean isRenewable() {
    return context.user().credential() instanceof Credential.Exec
        || context.user().credential() instanceof Credential.TokenFile;
  }

  private synchronized Wire wire(BooleanSupplier cancelled) throws ClusterException {
    Instant soon = clock.instant().plus(EARLY);
    boolean ends = login.until().filter(until -> until.isBefore(soon)).isPresent();
    return ends && isRenewable() ? renew(cancelled) : wire;
  }

  private synchronized Wire renew(BooleanSupplier cancelled) throws ClusterException {
    login = logins.login(context, cancelled);
    wire.close();
    wire = new Wire(context, login, proxies, limits.largest());
    return wire;
  }

  static void pause(Duration time, BooleanSupplier cancelled) throws ClusterException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
        throw new ClusterException(Kind.CANCELLED, "This was cancelled.");
      }
      LockSupport.parkNanos(STEP_NANOS);
    }
  }

  @Override
  public synchronized void close() {
    wire.close();
  }
}
