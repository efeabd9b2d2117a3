package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;

/**
 * What a replay found.
 *
 * @param from name of the first side; empty where there is only one
 * @param to name of the only or second side
 * @param logs what was read, in order
 * @param requests how many were asked
 * @param noHost how many of the bad lines only lack a host
 * @param bad lines that hold no request
 * @param firstBad the first of them
 * @param changed how many requests are answered otherwise by the second side
 * @param unlisted how many of these are in no {@link Change}, because there are too many kinds
 * @param backends by requests, the most first
 * @param changes by requests, the most first
 * @param cancelled whether it ended before the logs did
 */
public record ReplayResult(
    Optional<String> from,
    String to,
    List<Log> logs,
    long requests,
    long noHost,
    long bad,
    List<BadLine> firstBad,
    long changed,
    long unlisted,
    List<Count> backends,
    List<Change> changes,
    boolean cancelled) {
  public ReplayResult {
    logs = List.copyOf(logs);
    firstBad = List.copyOf(firstBad);
    backends = List.copyOf(backends);
    changes = List.copyOf(changes);
  }

  /**
   * @param format empty where it could not be found out, and then nothing was read
   */
  public record Log(String name, Optional<LogFormat> format, long lines) {}

  /** Tells its place and reason, never its text, which may hold secrets. */
  public record BadLine(String log, long line, String reason) {}

  /**
   * @param backend {@code namespace/service:port}, or the kind of another answer
   * @param from requests that the first side sends there; 0 where there is only one side
   * @param to requests that the second or only side sends there
   */
  public record Count(String backend, long from, long to) {}

  /**
   * Requests of one class that change in the same way.
   *
   * @param paths template: {@code /orders/{number}}
   * @param from answer of the first side, paths as templates
   * @param examples the first ones
   */
  public record Change(
      Cause cause,
      String method,
      String scheme,
      String host,
      String paths,
      String from,
      String to,
      long requests,
      List<Example> examples) {
    public Change {
      examples = List.copyOf(examples);
    }
  }

  /**
   * One of the requests. Its query, headers and cookies hold only values that a rule names; all
   * others are hidden.
   */
  public record Example(
      String log,
      long line,
      Request request,
      String url,
      String condition,
      String from,
      String to) {}
}
