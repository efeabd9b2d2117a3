package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.compare.Conditions.Choice;
import io.github.ingressdesigner.compare.Conditions.Sent;
import io.github.ingressdesigner.compare.HostClasses.HostClass;
import io.github.ingressdesigner.compare.PathCells.Sample;
import io.github.ingressdesigner.compare.RequestSpace.Place;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Compares two tables by asking both for a witness of each class of requests. */
public final class Comparer {
  /** Classes of one kind that are told one by one; a report with more helps nobody. */
  private static final int MOST_PATHS = 8;

  /** Classes that are asked between two looks at whether the answer is still wanted. */
  private static final int ASKED_BETWEEN = 64;

  private final RouteTable from;
  private final RouteTable to;
  private final Progress progress;
  private final RequestSpace space;
  private final Map<Group, Members> groups = new LinkedHashMap<>();
  private long same;

  /** What makes differences one. */
  private record Group(Cause cause, String host, String from, String to, boolean sampled) {}

  /** The classes of a group; its first request is the witness. */
  private static final class Members {
    final Request witness;
    final String url;
    final Outcome from;
    final Outcome to;
    final Set<Place> places = new LinkedHashSet<>();
    final Set<String> paths = new LinkedHashSet<>();
    final Set<String> schemes = new LinkedHashSet<>();

    Members(Request witness, String url, Outcome from, Outcome to) {
      this.witness = witness;
      this.url = url;
      this.from = from;
      this.to = to;
    }
  }

  private Comparer(RouteTable from, RouteTable to, Progress progress) {
    this.from = from;
    this.to = to;
    this.progress = progress;
    this.space = new RequestSpace(from.facets(), to.facets());
  }

  /**
   * @param cancelled asked now and then
   * @throws CancellationException when it says so
   */
  public static Comparison compare(RouteTable from, RouteTable to, BooleanSupplier cancelled) {
    return compare(from, to, (Progress) part -> !cancelled.getAsBoolean());
  }

  /**
   * @throws CancellationException when the progress says so
   */
  public static Comparison compare(RouteTable from, RouteTable to, Progress progress) {
    return new Comparer(from, to, progress).compare();
  }

  private Comparison compare() {
    List<HostClass> hosts = space.hosts();
    List<Sent> sent = space.choices().stream().map(Choice::sent).toList();
    for (int i = 0; i < hosts.size(); i++) {
      HostClass host = hosts.get(i);
      progress.check((double) i / hosts.size());
      PathCells cells = space.cells(host);
      List<Sample> samples = cells.samples();
      for (int j = 0; j < samples.size(); j++) {
        if (j % ASKED_BETWEEN == 0) {
          progress.check((i + (double) j / samples.size()) / hosts.size());
        }
        for (Sent each : sent) {
          ask(host, samples.get(j), each);
        }
      }
      Disguises.of(host, cells, samples, hosts.size(), i).forEach(this::ask);
    }
    return result();
  }

  private void ask(HostClass host, Sample sample, Sent sent) {
    boolean differs = false;
    for (String path : sample.paths()) {
      Request request = sent.request(host.name(), path);
      Outcome a = from.find(request);
      Outcome b = to.find(request);
      Optional<Cause> cause = Answers.difference(a, b);
      if (cause.isPresent()) {
        differs = true;
        Members members = members(cause.get(), host.label(), request, a, b, false);
        members.places.add(new Place(host.label(), sample.cell(), sent.choice()));
        members.paths.add(path);
        members.schemes.add(request.scheme());
      }
      if (Answers.isSameForAllPaths(a, request) && Answers.isSameForAllPaths(b, request)) {
        break;
      }
    }
    same += differs ? 0 : 1;
  }

  /** A disguised request is told only where the plain one it stands for is routed alike. */
  private void ask(Disguises.Pair pair) {
    Outcome a = from.find(pair.disguised());
    Outcome b = to.find(pair.disguised());
    Optional<Cause> cause = Answers.difference(a, b);
    if (cause.isEmpty()
        || Answers.difference(from.find(pair.plain()), to.find(pair.plain())).equals(cause)) {
      return;
    }
    Group plain =
        new Group(cause.get(), pair.host(), key(cause.get(), a), key(cause.get(), b), false);
    if (groups.containsKey(plain)) {
      // What is told for plain paths need not be told again for their disguises.
      return;
    }
    Members members = members(cause.get(), pair.host(), pair.disguised(), a, b, true);
    members.paths.add(pair.disguised().path());
    members.schemes.add(pair.disguised().scheme());
  }

  private Members members(
      Cause cause, String host, Request request, Outcome a, Outcome b, boolean sampled) {
    Group group = new Group(cause, host, key(cause, a), key(cause, b), sampled);
    return groups.computeIfAbsent(group, _ -> new Members(request, url(request), a, b));
  }

  /** A redirect of a whole host is one difference, whatever answered there before. */
  private static String key(Cause cause, Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> cause == Cause.REDIRECT ? "backend" : Answers.target(to);
      case Outcome.Redirect redirect -> "redirect " + redirect.status();
      case Outcome.Status status -> "status " + status.status();
      case Outcome.ControllerDefault own -> "status " + own.status();
      case Outcome.TlsRefused _ -> "tls";
      case Outcome.ConfigRejected _ -> "rejected";
      case Outcome.Undecided _ -> "undecided";
      case Outcome.Split(List<Outcome.Split.Option> options) -> {
        StringBuilder key = new StringBuilder("split");
        options.forEach(o -> key.append(' ').append(key(cause, o.outcome())));
        yield key.toString();
      }
    };
  }

  private static String url(Request request) {
    return request.scheme() + "://" + request.host() + request.target();
  }

  private Comparison result() {
    List<Map.Entry<Group, Members>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort(Comparator.comparing(e -> e.getKey().cause()));
    List<Difference> differences = new ArrayList<>();
    Map<Place, List<Difference>> places = new HashMap<>();
    for (Map.Entry<Group, Members> entry : sorted) {
      Difference difference = difference(differences.size() + 1, entry.getKey(), entry.getValue());
      differences.add(difference);
      for (Place place : entry.getValue().places) {
        places.computeIfAbsent(place, p -> new ArrayList<>(1)).add(difference);
      }
    }
    return new Comparison(differences, places, space, from, to, same);
  }

  private Difference difference(int number, Group group, Members members) {
    List<String> paths =
        members.paths.stream()
            .sorted(Comparator.comparingInt(String::length))
            .limit(MOST_PATHS)
            .toList();
    return new Difference(
        number,
        group.cause(),
        group.host(),
        paths,
        List.copyOf(members.schemes),
        condition(members),
        members.witness,
        members.url,
        members.from,
        members.to,
        group.sampled());
  }

  /** What the witness has beside host and path. */
  private static String condition(Members members) {
    List<String> parts = new ArrayList<>();
    if (!members.witness.method().equals("GET")) {
      parts.add(members.witness.method());
    }
    members.witness.headers().forEach((name, values) -> parts.add(name + ": " + values.getFirst()));
    return String.join(", ", parts);
  }
}
