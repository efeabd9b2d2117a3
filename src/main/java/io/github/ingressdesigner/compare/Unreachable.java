package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.compare.Conditions.Choice;
import io.github.ingressdesigner.compare.HostClasses.HostClass;
import io.github.ingressdesigner.compare.PathCells.Sample;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Paths that no request reaches. Each class of requests is asked once; a path that answers none of
 * them is asked for by its own text, so that the rule in its way can be named.
 *
 * @param paths how many there are in all
 * @param complete what was asked of every request, as parts of a sentence
 * @param sampled what was asked of examples only
 */
public record Unreachable(
    List<Hidden> hidden, int paths, List<String> complete, List<String> sampled) {
  /** Samples of one host that are tried to find the rule in the way. */
  private static final int MOST_PROBES = 48;

  /** Why a path answers nothing. */
  public enum Kind {
    /** Another rule goes before it for every request that it matches. */
    BEHIND,
    /** Its host or path fits no request that the controller takes. */
    NEVER_MATCHES,
    /** The controller does not take it at all. */
    LEFT_OUT,
    /** The proxy refuses the whole configuration, so nothing new is taken. */
    REJECTED
  }

  /**
   * A path that no request reaches.
   *
   * @param ingress {@code namespace/name}; empty for other kinds of routes
   * @param host as written; empty for rules without host
   * @param path as written
   * @param by the rule that answers in its place, where there is one
   * @param witness a request that one would expect to arrive
   * @param reason why it does not take that request
   * @param winner why the other one does; empty where there is none
   * @param proven whether this holds for each request; else only for those that were tried
   */
  public record Hidden(
      Kind kind,
      Location at,
      String ingress,
      String host,
      PathType type,
      String path,
      Optional<Location> by,
      Request witness,
      Outcome outcome,
      String reason,
      String winner,
      boolean proven) {}

  private record Candidate(String host, PathType type, String path, boolean tried) {}

  private record Taken(String host, PathType type, String path) {}

  public Unreachable {
    hidden = List.copyOf(hidden);
    complete = List.copyOf(complete);
    sampled = List.copyOf(sampled);
  }

  /**
   * @param resources what the table was compiled from
   * @throws java.util.concurrent.CancellationException when the progress says so
   */
  public static Unreachable of(RouteTable table, Resources resources, Progress progress) {
    return new Search(table, resources, progress).search();
  }

  /** One search. */
  private static final class Search {
    private final RouteTable table;
    private final Resources resources;
    private final Progress progress;
    private final RequestSpace space;
    private final Set<Location> reached = new HashSet<>();
    private final Map<Location, Candidate> candidates = new LinkedHashMap<>();
    private final Map<Location, String> ingresses = new HashMap<>();
    private final Map<Taken, Location> taken = new HashMap<>();
    private final Map<String, HostClass> byLabel = new HashMap<>();

    Search(RouteTable table, Resources resources, Progress progress) {
      this.table = table;
      this.resources = resources;
      this.progress = progress;
      space = new RequestSpace(table.facets());
      space.hosts().forEach(host -> byLabel.put(host.label(), host));
    }

    Unreachable search() {
      collectCandidates();
      askEachClass();
      List<Hidden> hidden = new ArrayList<>();
      Map<Location, String> leftOut = new HashMap<>();
      for (LeftOut left : table.leftOut()) {
        leftOut.putIfAbsent(left.ingress(), left.reason());
      }
      int done = 0;
      for (Map.Entry<Location, Candidate> entry : candidates.entrySet()) {
        progress.check(0.8 + 0.2 * done++ / candidates.size());
        if (!reached.contains(entry.getKey())) {
          find(entry.getKey(), entry.getValue(), leftOut).ifPresent(hidden::add);
        }
      }
      return new Unreachable(hidden, candidates.size(), space.complete(), space.sampled());
    }

    private void collectCandidates() {
      for (HostTable host : table.hosts()) {
        for (Route route : host.routes()) {
          candidates.putIfAbsent(
              route.at(), new Candidate(host.host(), route.type(), route.path(), true));
          taken.putIfAbsent(new Taken(host.host(), route.type(), route.path()), route.at());
        }
      }
      resources
          .ingresses()
          .forEach(
              located -> {
                Ingress ingress = (Ingress) located.resource();
                List<Rule> rules = ingress.spec().rules();
                for (int i = 0; i < rules.size(); i++) {
                  List<HttpPath> paths = rules.get(i).paths();
                  for (int j = 0; j < paths.size(); j++) {
                    HttpPath path = paths.get(j);
                    Location at = new Location(located.id(), FieldPath.path(i, j));
                    String host = rules.get(i).host().orElse("");
                    ingresses.put(at, ingress.meta().qualifiedName());
                    candidates.putIfAbsent(
                        at, new Candidate(host, path.type(), path.path().orElse(""), false));
                  }
                }
              });
    }

    private void askEachClass() {
      List<HostClass> hosts = space.hosts();
      List<Choice> choices = space.choices();
      for (int i = 0; i < hosts.size(); i++) {
        HostClass host = hosts.get(i);
        List<Sample> samples = space.cells(host).samples();
        for (int j = 0; j < samples.size(); j++) {
          progress.check(0.8 * (i + (double) j / samples.size()) / hosts.size());
          for (Choice choice : choices) {
            for (String path : samples.get(j).paths()) {
              reached.addAll(table.find(choice.request(host.name(), path)).places());
            }
          }
        }
      }
    }

    /** Empty where one of the requests for its own text arrives after all. */
    private Optional<Hidden> find(Location at, Candidate candidate, Map<Location, String> leftOut) {
      Optional<Probe> best = Optional.empty();
      for (Request request : probes(candidate)) {
        Probe probe = Probe.of(table.explain(request), at, request);
        if (probe.arrives()) {
          return Optional.empty();
        }
        if (best.isEmpty() || probe.fit() > best.get().fit()) {
          best = Optional.of(probe);
        }
      }
      Optional<String> out =
          Optional.ofNullable(leftOut.get(at))
              .or(() -> Optional.ofNullable(leftOut.get(Location.of(at.resource()))))
              .filter(_ -> !candidate.tried());
      return best.map(probe -> hidden(at, candidate, probe, out));
    }

    private Hidden hidden(Location at, Candidate candidate, Probe probe, Optional<String> out) {
      Optional<Location> twin = candidate.tried() ? Optional.empty() : twinOf(candidate);
      Kind kind =
          probe.outcome() instanceof Outcome.ConfigRejected
              ? Kind.REJECTED
              : twin.isPresent() || probe.isBeaten()
                  ? Kind.BEHIND
                  : candidate.tried() ? Kind.NEVER_MATCHES : Kind.LEFT_OUT;
      boolean certain =
          !candidate.tried() || space.isComplete() && CleanPaths.isClean(candidate.path());
      return new Hidden(
          kind,
          at,
          ingresses.getOrDefault(at, ""),
          candidate.host(),
          candidate.type(),
          candidate.path(),
          kind == Kind.BEHIND ? twin.or(probe::winner) : Optional.empty(),
          probe.request(),
          probe.outcome(),
          out.orElse(probe.reason()),
          kind == Kind.BEHIND ? probe.winnerReason() : "",
          certain);
    }

    /** The same path of the same host, which the controller did take. */
    private Optional<Location> twinOf(Candidate candidate) {
      return Optional.ofNullable(
          taken.get(new Taken(candidate.host(), candidate.type(), candidate.path())));
    }

    /** Requests that one would expect to arrive, the plainest first. */
    private List<Request> probes(Candidate candidate) {
      String label = candidate.host();
      Optional<HostClass> host = Optional.ofNullable(byLabel.get(label));
      String name = host.map(HostClass::name).orElse(label.replace("*", "zq").toLowerCase());
      List<String> paths = new ArrayList<>();
      String text = candidate.path().startsWith("/") ? candidate.path() : "/";
      paths.add(text);
      paths.add(text.endsWith("/") ? text + "zq" : text + "/zq");
      if (candidate.type() == PathType.IMPLEMENTATION_SPECIFIC) {
        host.ifPresent(
            h ->
                space.cells(h).samples().stream()
                    .limit(MOST_PROBES)
                    .forEach(sample -> paths.add(sample.paths().getFirst())));
      }
      List<Request> requests = new ArrayList<>();
      for (String path : paths) {
        for (String scheme : List.of("https", "http")) {
          probe(scheme, name, path).ifPresent(requests::add);
        }
      }
      return requests;
    }

    /** A host that no URL can hold is asked for by none. */
    private static Optional<Request> probe(String scheme, String host, String path) {
      try {
        return Optional.of(
            Request.literal(
                "GET", scheme + "://" + (host.isEmpty() ? "zq.invalid" : host) + path, Map.of()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
