package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.compare.Answers;
import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.replay.ReplayResult.BadLine;
import io.github.ingressdesigner.suite.replay.ReplayResult.Log;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks one or two tables every request of some logs. Not for several threads. */
public final class Replay {
  private static final int MOST_BAD_LINES = 20;

  /** Lines between two looks at the watch. */
  private static final int STRIDE = 1024;

  private static final String NO_HOST = "The line does not tell the host of the request.";

  /**
   * A table and its name for people.
   *
   * @param name the controller, or the version of the files
   */
  public record Side(String name, RouteTable table) {}

  private final Optional<Side> from;
  private final Side to;
  private final Defaults defaults;
  private final Changes changes;
  private final Tally tally = new Tally();
  private final List<Log> logs = new ArrayList<>();
  private final List<BadLine> firstBad = new ArrayList<>();
  private long requests;
  private long bad;
  private long noHost;
  private long bytes;
  private long lines;
  private boolean cancelled;

  /**
   * @param from what was; empty to ask only one table
   * @param to what is asked, and compared with the first
   */
  public Replay(Optional<Side> from, Side to, Defaults defaults) {
    this.from = from;
    this.to = to;
    this.defaults = defaults;
    List<RouteTable> tables = new ArrayList<>(List.of(to.table()));
    from.ifPresent(side -> tables.add(side.table()));
    changes = new Changes(new LookedAt(tables));
  }

  /**
   * Replays a log; does nothing once the watch has cancelled.
   *
   * @param name of the log, for people
   * @param in plain or compressed by gzip; closed by the caller
   * @param format empty to find it out
   * @throws IOException when it cannot be read on; what was read before counts
   */
  public void read(String name, InputStream in, Optional<LogFormat> format, Watch watch)
      throws IOException {
    if (cancelled) {
      return;
    }
    long before = lines;
    Counted counted = new Counted(in);
    long read = bytes;
    Optional<LogFormat> found = Optional.empty();
    try {
      found =
          LogReader.read(
              counted,
              format,
              (number, line) -> {
                take(name, number, line);
                if (++lines % STRIDE == 0) {
                  watch.progress(read + counted.bytes(), lines);
                  cancelled = watch.isCancelled();
                }
                return !cancelled;
              });
    } finally {
      bytes = read + counted.bytes();
      logs.add(new Log(name, found, lines - before));
    }
    watch.progress(bytes, lines);
  }

  private void take(String name, long number, Recorded.Line line) {
    switch (line) {
      case Recorded.Line.Bad(String reason) -> bad(name, number, reason);
      case Recorded.Line.Told(Recorded recorded) -> {
        Optional<Request> request = recorded.request(defaults);
        if (request.isPresent()) {
          ask(name, number, request.get());
        } else {
          noHost++;
          bad(name, number, NO_HOST);
        }
      }
    }
  }

  private void bad(String name, long number, String reason) {
    bad++;
    if (firstBad.size() < MOST_BAD_LINES) {
      firstBad.add(new BadLine(name, number, reason));
    }
  }

  private void ask(String name, long number, Request request) {
    requests++;
    Outcome after = to.table().find(request);
    tally.add(after, true);
    if (from.isPresent()) {
      Outcome before = from.get().table().find(request);
      tally.add(before, false);
      Optional<Cause> cause = Answers.difference(before, after);
      cause.ifPresent(c -> changes.add(name, number, request, c, before, after));
    }
  }

  /** What was found so far. */
  public ReplayResult result() {
    return new ReplayResult(
        from.map(Side::name),
        to.name(),
        logs,
        requests,
        noHost,
        bad,
        firstBad,
        changes.all(),
        changes.unlisted(),
        tally.list(),
        changes.list(),
        cancelled);
  }
}
