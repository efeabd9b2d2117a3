package io.github.ingressdesigner.suggest;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suggest.PathTries.Try;
import io.github.ingressdesigner.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Suggests requests for one path of one table. */
public final class Suggestions {
  /** More than these nobody reads. */
  private static final int MOST = 14;

  private static final List<String> SCHEMES = List.of("https", "http");

  private final RouteTable table;
  private final Location at;
  private final Facets facets;
  private final HostNames names;
  private final List<Suggestion> all = new ArrayList<>();
  private final Set<String> tried = new HashSet<>();

  /** A request but for its path. */
  private record Base(String scheme, String host, Setup setup) {
    String url(String path) {
      String query = setup.query().isEmpty() ? "" : "?" + setup.query();
      return scheme + "://" + host + path + query;
    }
  }

  private Suggestions(RouteTable table, Facets facets, HostNames names, Location at) {
    this.table = table;
    this.facets = facets;
    this.names = names;
    this.at = at;
  }

  /**
   * Requests for a path entry or a default backend: those that reach it first, then one that just
   * misses it, then the borders.
   *
   * @param at a place that the table names in {@link RouteTable#hosts()}, or a default backend
   * @return empty where the table does not know the place
   */
  public static List<Suggestion> of(RouteTable table, Location at) {
    return new Suggestions(table, table.facets(), new HostNames(table), at).all();
  }

  /**
   * For each of some places the plainest request that reaches it; those that none of the requests
   * tried reaches are left out.
   *
   * @param enough asked after each place; true ends the search with what was found
   */
  public static List<Suggestion> hits(
      RouteTable table, Collection<Location> places, BooleanSupplier enough) {
    Facets facets = table.facets();
    HostNames names = new HostNames(table);
    List<Suggestion> hits = new ArrayList<>();
    for (Location at : places) {
      if (enough.getAsBoolean()) {
        break;
      }
      new Suggestions(table, facets, names, at)
          .all().stream().filter(s -> s.kind() == Kind.HIT).findFirst().ifPresent(hits::add);
    }
    return hits;
  }

  private List<Suggestion> all() {
    if (at.path().equals(FieldPath.defaultBackend())) {
      ofDefault();
    } else {
      for (RouteTable.HostTable host : table.hosts()) {
        Optional<RouteTable.Route> route =
            host.routes().stream().filter(r -> r.at().equals(at)).findFirst();
        if (route.isPresent()) {
          ofPath(host.host(), route.get().path());
          break;
        }
      }
    }
    return List.copyOf(all);
  }

  private void ofPath(String host, String path) {
    PathTries tries = PathTries.of(facets, host, path);
    Optional<Base> reaching = firstHit(names.of(host), tries.hits());
    Base base = reaching.orElseGet(() -> new Base("https", names.of(host), Setup.PLAIN));
    if (reaching.isPresent()) {
      secondHit(base, tries.hits());
    }
    boolean missed = false;
    for (Try next : tries.nearMisses()) {
      missed |= add(missed ? Kind.BOUNDARY : Kind.NEAR_MISS, base, next.path(), next.words());
    }
    for (HostNames.Near near : names.near(host)) {
      Base other = new Base(base.scheme(), near.host(), base.setup());
      missed |= add(missed ? Kind.BOUNDARY : Kind.NEAR_MISS, other, hitPath(tries), near.words());
    }
    otherScheme(base, hitPath(tries));
    if (!base.setup().equals(Setup.PLAIN)) {
      Base plain = new Base(base.scheme(), base.host(), Setup.PLAIN);
      add(Kind.BOUNDARY, plain, hitPath(tries), "Without " + base.setup().words());
    }
    for (Try next : tries.boundaries()) {
      add(Kind.BOUNDARY, base, next.path(), next.words());
    }
  }

  /** The path that reached it, else the one as it is written. */
  private String hitPath(PathTries tries) {
    return all.isEmpty() || all.getFirst().kind() != Kind.HIT
        ? tries.hits().getFirst().path()
        : all.getFirst().request().path();
  }

  private void otherScheme(Base base, String path) {
    String other = base.scheme().equals("https") ? "http" : "https";
    add(
        Kind.BOUNDARY,
        new Base(other, base.host(), base.setup()),
        path,
        other + " instead of " + base.scheme());
  }

  private Optional<Base> firstHit(String host, List<Try> tries) {
    for (Setup setup : Setup.of(facets)) {
      for (Try next : tries) {
        for (String scheme : SCHEMES) {
          Base base = new Base(scheme, host, setup);
          if (addHit(base, next)) {
            return Optional.of(base);
          }
        }
      }
    }
    return Optional.empty();
  }

  private void secondHit(Base base, List<Try> tries) {
    for (Try next : tries) {
      if (addHit(base, next)) {
        return;
      }
    }
  }

  private boolean addHit(Base base, Try next) {
    if (tried.contains(key(base, next.path()))) {
      return false;
    }
    Optional<Suggestion> asked = ask(Kind.HIT, base, next.path(), words(base, next.words()));
    boolean hit = asked.filter(Suggestion::reaches).isPresent();
    if (hit) {
      tried.add(key(base, next.path()));
      all.add(asked.get());
    }
    return hit;
  }

  private static String words(Base base, String words) {
    return base.setup().words().isEmpty() ? words : words + ", with " + base.setup().words();
  }

  /** Adds what was not tried before; a near miss only where it misses. Tells whether it missed. */
  private boolean add(Kind kind, Base base, String path, String words) {
    if (all.size() >= MOST || tried.contains(key(base, path))) {
      return false;
    }
    Optional<Suggestion> asked = ask(kind, base, path, words);
    if (asked.isEmpty()) {
      return false;
    }
    tried.add(key(base, path));
    Suggestion suggestion = asked.get();
    boolean missed = !suggestion.reaches();
    boolean isNear = kind == Kind.NEAR_MISS && missed;
    all.add(isNear || kind == Kind.BOUNDARY ? suggestion : asBoundary(suggestion));
    return missed;
  }

  private static Suggestion asBoundary(Suggestion s) {
    return new Suggestion(
        Kind.BOUNDARY, s.reaches(), s.method(), s.url(), s.headers(), s.outcome(), s.shows());
  }

  private static String key(Base base, String path) {
    return base.setup().method() + " " + base.url(path) + " " + base.setup().headers();
  }

  private Optional<Suggestion> ask(Kind kind, Base base, String path, String words) {
    String url = base.url(path);
    Request request;
    try {
      request = Request.of(base.setup().method(), url, base.setup().headers());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Outcome outcome = table.find(request);
    return Optional.of(
        new Suggestion(
            kind,
            outcome.answering().contains(at),
            request.method(),
            url,
            base.setup().headers(),
            outcome,
            words));
  }

  private void ofDefault() {
    List<String> hosts = new ArrayList<>();
    hosts.add(names.of(""));
    table.hosts().stream()
        .filter(host -> !host.host().isEmpty())
        .limit(50)
        .forEach(host -> hosts.add(names.of(host.host())));
    List<Try> tries =
        List.of(
            new Try("/", "Nothing names it"),
            new Try("/nothing-here", "A path that no rule takes"));
    Optional<Base> base = Optional.empty();
    for (String host : hosts) {
      base = firstHit(host, tries);
      if (base.isPresent()) {
        secondHit(base.get(), tries);
        otherScheme(base.get(), "/");
        break;
      }
    }
    Base from = base.orElseGet(() -> new Base("https", names.of(""), Setup.PLAIN));
    names
        .named()
        .ifPresent(
            host ->
                add(
                    Kind.NEAR_MISS,
                    new Base(from.scheme(), host, from.setup()),
                    "/",
                    "A host that a rule names"));
  }
}
