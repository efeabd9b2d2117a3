package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows all objects of a kind. After a lost connection it goes on where it was; where the server
 * has forgotten that moment, it reads everything again.
 */
public final class Watch {
  /** What came, in its order. */
  public sealed interface Event {}

  /** Everything there is now; what is not in it is gone. */
  public record All(List<KubeObject> objects) implements Event {
    public All {
      objects = List.copyOf(objects);
    }
  }

  /** An object is new or changed. */
  public record Put(KubeObject object) implements Event {}

  public record Gone(KubeObject object) implements Event {}

  /**
   * The connection is lost; it is tried again.
   *
   * @param why a full sentence
   */
  public record Lost(String why) implements Event {}

  /** The connection is there again. */
  public record Back() implements Event {}

  /** Servers end a watch after some minutes by themselves, and so do we. */
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final String SECONDS = "300";
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final int GONE = 410;

  private final KubeSession session;
  private final KubeKind kind;
  private final Optional<String> namespace;
  private final Consumer<Event> events;
  private final BooleanSupplier cancelled;

  private Watch(
      KubeSession session,
      KubeKind kind,
      Optional<String> namespace,
      Consumer<Event> events,
      BooleanSupplier cancelled) {
    this.session = session;
    this.kind = kind;
    this.namespace = namespace;
    this.events = events;
    this.cancelled = cancelled;
  }

  /**
   * Follows until it is cancelled.
   *
   * @param namespace empty for all
   * @param events told on the calling thread
   * @throws ClusterException where it makes no sense to try again: the login or a right is missing
   */
  public static void follow(
      KubeSession session,
      KubeKind kind,
      Optional<String> namespace,
      Consumer<Event> events,
      BooleanSupplier cancelled)
      throws ClusterException {
    new Watch(session, kind, namespace, events, cancelled).run();
  }

  private void run() throws ClusterException {
    Optional<String> version = Optional.empty();
    Duration wait = FIRST_WAIT;
    boolean lost = false;
    while (!cancelled.getAsBoolean()) {
      try {
        if (version.isEmpty()) {
          version = Optional.of(list());
        }
        if (lost) {
          events.accept(new Back());
          lost = false;
        }
        version = once(version.orElseThrow());
        wait = FIRST_WAIT;
      } catch (ClusterException e) {
        switch (e.kind()) {
          case CANCELLED -> {
            return;
          }
          case EXPIRED -> version = Optional.empty();
          case UNREACHABLE, TIMEOUT, SERVER, BUSY, MALFORMED -> {
            if (!lost) {
              events.accept(new Lost(e.getMessage()));
              lost = true;
            }
            if (!pause(wait)) {
              return;
            }
            wait =
                wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0
                    ? wait.multipliedBy(2)
                    : LONGEST_WAIT;
          }
          default -> throw e;
        }
      }
    }
  }

  private boolean pause(Duration time) {
    try {
      KubeSession.pause(time, cancelled);
      return true;
    } catch (ClusterException e) {
      // the only reason is that the person ended it
      return false;
    }
  }

  private String list() throws ClusterException {
    Pages.Listing listing = new Pages(session).list(kind, namespace, Map.of(), n -> {}, cancelled);
    events.accept(new All(listing.objects()));
    return listing.version();
  }

  /** One watch; gives the version from which the next one goes on, or nothing to read all again. */
  private Optional<String> once(String version) throws ClusterException {
    AtomicReference<Optional<String>> reached = new AtomicReference<>(Optional.of(version));
    Request request =
        Request.get(kind.path(namespace))
            .with("watch", "true")
            .with("allowWatchBookmarks", "true")
            .with("timeoutSeconds", SECONDS)
            .with("resourceVersion", version)
            .within(PATIENCE);
    try {
      session.stream(request, line -> reached.set(take(line, reached.get())), cancelled);
    } catch (ClusterException e) {
      if (e.kind() != Kind.UNREACHABLE || reached.get().equals(Optional.of(version))) {
        throw e;
      }
      // it went on for a while, so it is tried again at once from where it was
    }
    return reached.get();
  }

  private Optional<String> take(KubeObject line, Optional<String> before) {
    String type = line.get("type").asString("");
    if (!(line.get("object") instanceof ObjectNode node)) {
      return before;
    }
    KubeObject object = new KubeObject(node);
    switch (type) {
      case "ADDED", "MODIFIED" -> events.accept(new Put(object));
      case "DELETED" -> events.accept(new Gone(object));
      case "ERROR" -> {
        // whatever it is, only reading everything again is sure to be right
        return node.path("code").asInt(GONE) == GONE ? Optional.empty() : before;
      }
      default -> {}
    }
    return object.resourceVersion().or(() -> before);
  }
}
