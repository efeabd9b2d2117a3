package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What two tables route differently. */
public final class Comparison {
  private final List<Difference> differences;
  private final Map<RequestSpace.Place, List<Difference>> places;
  private final RequestSpace space;
  private final RouteTable from;
  private final RouteTable to;
  private final long same;

  Comparison(
      List<Difference> differences,
      Map<RequestSpace.Place, List<Difference>> places,
      RequestSpace space,
      RouteTable from,
      RouteTable to,
      long same) {
    this.differences = List.copyOf(differences);
    this.places = places;
    this.space = space;
    this.from = from;
    this.to = to;
    this.same = same;
  }

  /** Each with its witness, by cause, then as the hosts and paths stand. */
  public List<Difference> differences() {
    return differences;
  }

  /** How many classes of requests are routed alike. */
  public long same() {
    return same;
  }

  /** What was asked of every request, as parts of a sentence. */
  public List<String> complete() {
    return space.complete();
  }

  /** What was asked of examples only. */
  public List<String> sampled() {
    return space.sampled();
  }

  /**
   * Whether all differences are among {@link #differences} for requests whose host and path need no
   * normalising.
   */
  public boolean isComplete() {
    return space.isComplete();
  }

  /**
   * Whether a request is among those of which all was asked: its host and path need no normalising,
   * and the comparison is complete.
   */
  public boolean isCovered(Request request) {
    return isComplete() && space.placeOf(request).isPresent();
  }

  /**
   * The difference that a request belongs to. Where a path is rewritten or a redirect is told, or
   * where not all is asked, a difference may not hold for each request of a class, so both tables
   * are asked.
   */
  public Optional<Difference> find(Request request) {
    List<Difference> known =
        space.placeOf(request).map(p -> places.getOrDefault(p, List.of())).orElse(List.of());
    if (known.isEmpty() || known.size() == 1 && isComplete() && isOfAll(known.getFirst())) {
      return known.stream().findFirst();
    }
    return Answers.difference(from.find(request), to.find(request))
        .map(
            cause ->
                known.stream()
                    .filter(difference -> difference.cause() == cause)
                    .findFirst()
                    .orElse(known.getFirst()));
  }

  private static boolean isOfAll(Difference difference) {
    return Answers.isSameForAllPaths(difference.from(), difference.witness())
        && Answers.isSameForAllPaths(difference.to(), difference.witness());
  }

  /** Why the first table answers the witness so; found out when it is asked. */
  public String reasonFrom(Difference difference) {
    return reason(from.explain(difference.witness()));
  }

  /** Why the second table does. */
  public String reasonTo(Difference difference) {
    return reason(to.explain(difference.witness()));
  }

  /** The sentence of the step that decides. */
  public static String reason(Decision decision) {
    String host = "";
    String last = "";
    for (Trace.Step step : decision.trace().steps()) {
      switch (step) {
        case Trace.PathStep path when path.verdict() == Trace.Verdict.WINS -> {
          return path.reason();
        }
        case Trace.DefaultStep fallback when fallback.verdict() == Trace.Verdict.WINS -> {
          return fallback.reason();
        }
        case Trace.HostStep taken when taken.verdict() == Trace.Verdict.WINS ->
            host = taken.reason();
        case Trace.HostStep _, Trace.PathStep _, Trace.DefaultStep _ -> {}
        case Trace.RequestStep _, Trace.RewriteStep _ -> {}
        case Trace.NoteStep note -> last = last.isEmpty() ? note.reason() : last;
      }
    }
    return host.isEmpty() ? last : host;
  }
}
