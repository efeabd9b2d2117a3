package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.suite.Wording;
import java.util.List;

/**
 * Outcomes for counting and for showing. The path and the location that a request is given hold its
 * query, which may hold secrets, so that part is cut off.
 */
final class Brief {
  private Brief() {}

  /** The backend or the kind of answer, whatever the path: what requests are counted by. */
  static String backend(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> namespace(to) + to.backend().display();
      case Outcome.Redirect redirect -> "redirect (" + redirect.status() + ")";
      case Outcome.Split(List<Outcome.Split.Option> options) -> {
        StringBuilder text = new StringBuilder();
        for (Outcome.Split.Option option : options) {
          text.append(text.isEmpty() ? "" : ", or ").append(backend(option.outcome()));
        }
        yield text.toString();
      }
      case Outcome.ControllerDefault _, Outcome.Status _, Outcome.TlsRefused _ ->
          Wording.of(outcome);
      case Outcome.ConfigRejected _ -> "configuration rejected";
      case Outcome.Undecided _ -> "not decided";
    };
  }

  /** All that is told of an outcome, as a class: paths are templates. */
  static String template(Outcome outcome) {
    return Wording.of(bare(outcome, true));
  }

  /** All that is told of the outcome of one request. */
  static String exact(Outcome outcome) {
    return Wording.of(bare(outcome, false));
  }

  private static Outcome bare(Outcome outcome, boolean template) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          new Outcome.ToBackend(
              to.backend(),
              to.owner(),
              to.at(),
              path(to.upstreamPath(), template),
              to.upstreamHost());
      case Outcome.Redirect redirect ->
          new Outcome.Redirect(
              location(redirect.location(), template), redirect.status(), redirect.at());
      case Outcome.Split(List<Outcome.Split.Option> options) ->
          new Outcome.Split(
              options.stream()
                  .map(o -> new Outcome.Split.Option(bare(o.outcome(), template), o.share()))
                  .toList());
      case Outcome.ControllerDefault _, Outcome.Status _, Outcome.TlsRefused _ -> outcome;
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> outcome;
    };
  }

  private static String path(String upstream, boolean template) {
    int mark = upstream.indexOf('?');
    String path = mark < 0 ? upstream : upstream.substring(0, mark);
    return template ? PathTemplate.of(path) : path;
  }

  private static String location(String location, boolean template) {
    int start = location.indexOf("://");
    int slash = location.indexOf('/', start < 0 ? 0 : start + 3);
    int mark = location.indexOf('?');
    int end = mark < 0 ? location.length() : mark;
    if (slash < 0 || slash > end) {
      return location.substring(0, end);
    }
    String path = location.substring(slash, end);
    return location.substring(0, slash) + (template ? PathTemplate.of(path) : path);
  }

  private static String namespace(Outcome.ToBackend to) {
    return to.owner().map(o -> o.substring(0, o.indexOf('/') + 1)).orElse("");
  }
}
