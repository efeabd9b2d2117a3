package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.compare.HostClasses.HostClass;
import io.github.ingressdesigner.compare.PathCells.Sample;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that some controllers take for another, plainer one: encoded letters and slashes, empty
 * and dot elements, host names in upper case or with a dot at the end.
 */
final class Disguises {
  /** Paths of one host that are disguised. */
  private static final int MOST_PATHS = 24;

  /** Of all hosts together: how a controller reads a path does not depend on the host. */
  private static final int MOST_IN_ALL = 480;

  /**
   * @param host label of the class of names
   */
  record Pair(String host, Request plain, Request disguised) {}

  private Disguises() {}

  /**
   * @param hosts how many there are
   * @param number of this one, from 0
   */
  static List<Pair> of(
      HostClass host, PathCells cells, List<Sample> samples, int hosts, int number) {
    List<Pair> pairs = new ArrayList<>();
    // The last one stands for all names that no rule names.
    if (number >= MOST_IN_ALL && number < hosts - 1) {
      return pairs;
    }
    if (number < MOST_IN_ALL / MOST_PATHS) {
      samples.stream()
          .limit(MOST_PATHS)
          .map(sample -> sample.paths().getFirst())
          .forEach(path -> add(host, path, pairs));
    } else {
      add(host, richest(samples), pairs);
    }
    String path = "/" + cells.fresh();
    String upper = host.name().toUpperCase(Locale.ROOT);
    for (String name : List.of(upper, host.name() + ".")) {
      pairs.add(
          new Pair(host.label(), request("http", host.name(), path), request("http", name, path)));
    }
    return pairs;
  }

  /** With elements and letters to disguise. */
  private static String richest(List<Sample> samples) {
    return samples.stream()
        .limit(MOST_PATHS)
        .map(sample -> sample.paths().getFirst())
        .max(Comparator.comparingInt(String::length))
        .orElse("/");
  }

  private static void add(HostClass host, String path, List<Pair> pairs) {
    for (String disguised : disguised(path)) {
      for (String scheme : List.of("http", "https")) {
        pairs.add(
            new Pair(
                host.label(),
                request(scheme, host.name(), path),
                request(scheme, host.name(), disguised)));
      }
    }
  }

  private static List<String> disguised(String path) {
    List<String> all = new ArrayList<>();
    all.add("/" + path);
    all.add("/." + path);
    all.add("/zq/.." + path);
    int slash = path.indexOf('/', 1);
    if (slash > 0) {
      all.add(path.substring(0, slash) + "/" + path.substring(slash));
      all.add(path.substring(0, slash) + "%2F" + path.substring(slash + 1));
    }
    for (int i = 1; i < path.length(); i++) {
      if (Character.isLetter(path.charAt(i))) {
        String code = "%" + Integer.toHexString(path.charAt(i));
        all.add(path.substring(0, i) + code + path.substring(i + 1));
        break;
      }
    }
    all.add(path + "%20");
    return all;
  }

  private static Request request(String scheme, String host, String path) {
    boolean tls = scheme.equals("https");
    return new Request(
        "GET",
        scheme,
        host,
        tls ? Optional.of(host) : Optional.empty(),
        tls ? 443 : 80,
        path,
        Optional.empty(),
        Map.of());
  }
}
