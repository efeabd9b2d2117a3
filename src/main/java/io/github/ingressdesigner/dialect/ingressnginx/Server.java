package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server block: one host with the paths of all Ingresses that name it. */
final class Server implements Servers.Target {
  /** Name of the default server. */
  static final String ANY = "_";

  /** Up to so many paths are compared rather than looked up. */
  private static final int FEW = 12;

  final String host;
  final @Nullable Ing owner;

  /** The rules that name the host. */
  final List<Location> rules = new ArrayList<>(2);

  /** In the order in which they were made. */
  final List<MutableBlock> building = new ArrayList<>(FEW);

  /** The first of each path, once there are more than a few. */
  private @Nullable Map<String, MutableBlock> firsts;

  private boolean hasExact;

  /** A path that stands twice with the same type, so that NGINX refuses it. */
  private @Nullable String twice;

  private @Nullable List<MutableBlock> sorted;
  List<String> aliases = List.of();
  boolean hasCertificate;
  List<String> certificateHosts = List.of();
  boolean fromToWww;

  /** Why the whole server answers 403. */
  Optional<String> certificateProblem = Optional.empty();

  /** Whether auth-tls-secret asks clients that come over TLS for a certificate. */
  boolean needsCertificate;

  /** The Ingress whose server-snippet the server has. */
  Optional<Ing> snippetOf = Optional.empty();

  /** Whether its locations are expressions, and which Ingress made them so. */
  @Nullable MutableBlock regexBy;

  /** The first of the sorted locations that has an app-root. */
  @Nullable MutableBlock appRootBy;

  /** What the default server answers itself. */
  String healthPath = "/healthz";

  private @Nullable Locations<Block> locations;

  Server(String host, @Nullable Ing owner) {
    this.host = host;
    this.owner = owner;
  }

  /**
   * @param first what {@link #first} says of its path
   */
  void add(MutableBlock block, @Nullable MutableBlock first) {
    building.add(block);
    hasExact |= block.type == PathType.EXACT;
    if (first != null) {
      twice = first.other == null || twice != null ? twice : block.path;
      first.other = first.other == null ? block : first.other;
    } else if (firsts != null) {
      firsts.put(block.path, block);
    } else if (building.size() == FEW) {
      Map<String, MutableBlock> map = HashMap.newHashMap(4 * FEW);
      building.forEach(one -> map.putIfAbsent(one.path, one));
      firsts = map;
    }
  }

  /** The first location that was made with this path; null for none. */
  @Nullable MutableBlock first(String path) {
    if (firsts != null) {
      return firsts.get(path);
    }
    for (MutableBlock block : building) {
      if (block.path.equals(path)) {
        return block;
      }
    }
    return null;
  }

  /** Whether an Exact path has the same text as a path of this server. */
  boolean hasExact(String path) {
    MutableBlock first = hasExact ? first(path) : null;
    return first != null && (first.type == PathType.EXACT || first.other != null);
  }

  /**
   * A location that NGINX would find twice, were none an expression: the same path and type, or a
   * prefix with and without its slash.
   */
  Optional<String> locationTwice() {
    if (twice != null) {
      return Optional.of(twice);
    }
    for (MutableBlock block : building) {
      String path = block.path;
      if (block.type == PathType.PREFIX && path.length() > 1 && path.endsWith("/")) {
        MutableBlock shorter = first(path.substring(0, path.length() - 1));
        if (shorter != null && (shorter.type == PathType.PREFIX || shorter.other != null)) {
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  /** As the controller sorts them: by length, then by path from the last. */
  List<MutableBlock> sorted() {
    List<MutableBlock> known = sorted;
    if (known == null) {
      known = new ArrayList<>(building);
      known.sort(MutableBlock.LONGEST_FIRST);
      sorted = known;
    }
    return known;
  }

  /** Whose app-root counts; null for none. */
  @Nullable Rules appRoot() {
    return appRootBy == null ? null : appRootBy.rules;
  }

  boolean isRegex() {
    return regexBy != null;
  }

  /** Made when first asked for, since most servers of a text being typed never are. */
  Locations<Block> locations() {
    Locations<Block> built = locations;
    if (built == null) {
      built = LocationList.of(this);
      locations = built;
    }
    return built;
  }
}
