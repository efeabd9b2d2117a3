package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.replay.ReplayResult.Change;
import io.github.ingressdesigner.suite.replay.ReplayResult.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changed requests by class, in bounded memory: when there are many classes, further ones are told
 * by the first element of their path, and when there are too many of those, only counted.
 */
final class Changes {
  private static final int MOST_CLASSES = 2_000;
  private static final int MOST_WIDE = 3_000;
  private static final int MOST_EXAMPLES = 3;

  private record Key(
      Cause cause,
      String method,
      String scheme,
      String host,
      String paths,
      String from,
      String to) {}

  private static final class Members {
    long requests;
    final List<Example> examples = new ArrayList<>(1);
  }

  private final LookedAt looked;
  private final Map<Key, Members> classes = new HashMap<>();
  private long unlisted;
  private long all;

  Changes(LookedAt looked) {
    this.looked = looked;
  }

  void add(String log, long line, Request request, Cause cause, Outcome from, Outcome to) {
    all++;
    String paths = PathTemplate.of(request.path());
    String before = Brief.template(from);
    String after = Brief.template(to);
    Members members = classes.get(key(request, cause, paths, before, after));
    if (members == null && classes.size() >= MOST_CLASSES) {
      paths = PathTemplate.wide(paths);
      before = Brief.backend(from);
      after = Brief.backend(to);
      members = classes.get(key(request, cause, paths, before, after));
    }
    if (members == null) {
      if (classes.size() >= MOST_WIDE) {
        unlisted++;
        return;
      }
      members = new Members();
      classes.put(key(request, cause, paths, before, after), members);
    }
    members.requests++;
    if (members.examples.size() < MOST_EXAMPLES) {
      addExample(members, log, line, request, from, to);
    }
  }

  private Key key(Request request, Cause cause, String paths, String from, String to) {
    String method = looked.methods() ? request.method() : "";
    return new Key(cause, method, request.scheme(), request.host(), paths, from, to);
  }

  private void addExample(
      Members members, String log, long line, Request request, Outcome from, Outcome to) {
    Request shown = looked.shown(request);
    String url = shown.scheme() + "://" + shown.host() + port(shown) + shown.target();
    if (members.examples.stream().noneMatch(e -> e.url().equals(url))) {
      members.examples.add(
          new Example(
              log,
              line,
              shown,
              url,
              LookedAt.condition(shown).orElse(""),
              Brief.exact(from),
              Brief.exact(to)));
    }
  }

  private static String port(Request request) {
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    return usual ? "" : ":" + request.port();
  }

  long all() {
    return all;
  }

  long unlisted() {
    return unlisted;
  }

  /** The most requests first. */
  List<Change> list() {
    List<Change> list = new ArrayList<>();
    classes.forEach(
        (key, members) ->
            list.add(
                new Change(
                    key.cause(),
                    members.examples.getFirst().request().method(),
                    key.scheme(),
                    key.host(),
                    key.paths(),
                    key.from(),
                    key.to(),
                    members.requests,
                    members.examples)));
    list.sort(
        Comparator.comparingLong(Change::requests)
            .reversed()
            .thenComparing(Change::cause)
            .thenComparing(Change::host)
            .thenComparing(Change::paths)
            .thenComparing(Change::scheme)
            .thenComparing(Change::method)
            .thenComparing(Change::from)
            .thenComparing(Change::to));
    return list;
  }
}
