package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Location.Modifier;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.ServerNames;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The finished configuration: servers in their order, names, and the locations that the template
 * writes (location.go, updateServerLocations; template.go, buildLocation, buildServerName; ingress
 * util, BuildRedirects).
 *
 * @param certificates hosts for which a certificate is configured
 * @param rejection why NGINX refuses all of it
 */
record Servers(
    List<Server> all,
    Server any,
    ServerNames<Target> names,
    Set<String> certificates,
    Optional<Rejection> rejection) {
  /** By length, then by path from the last. */
  private static final Comparator<MutableBlock> LONGEST_FIRST =
      (a, b) -> {
        int order = Integer.compare(b.path.length(), a.path.length());
        return order != 0 ? order : b.path.compareTo(a.path);
      };

  /** What a server name leads to. */
  sealed interface Target {
    record Serves(Server server) implements Target {}

    /** Another name, from-to-www-redirect. */
    record GoesTo(String host, Server server) implements Target {}
  }

  /**
   * @param at one of the Ingresses whose locations are refused
   */
  record Rejection(String reason, Optional<io.github.ingressdesigner.model.Location> at) {}

  static Servers of(Map<String, Server> servers, DialectConfig config) {
    List<Server> all = new ArrayList<>(servers.values());
    all.sort(Comparator.comparing(server -> server.host));
    ServerNames<Target> names = new ServerNames<>();
    Set<String> certificates = new HashSet<>(Set.of(Server.ANY));
    Optional<Rejection> rejection = Optional.empty();
    for (Server server : all) {
      build(server);
      rejection = rejection.isPresent() ? rejection : rejection(server);
      if (server.hasCertificate && !server.host.equals(Server.ANY)) {
        certificates.add(server.host);
        server.aliases.stream()
            .filter(alias -> covers(server.certificateHosts, alias))
            .forEach(certificates::add);
      }
      Target target = new Target.Serves(server);
      if (!server.host.equals(Server.ANY)) {
        names.add(serverName(server.host), target);
      }
      server.aliases.forEach(alias -> names.add(alias, target));
    }
    redirects(all, servers.keySet(), names);
    Optional<Rejection> first =
        rejection.or(() -> names.rejection().map(r -> new Rejection(r, Optional.empty())));
    return new Servers(all, servers.get(Server.ANY), names, certificates, first);
  }

  private static boolean covers(List<String> hosts, String alias) {
    int dot = alias.indexOf('.');
    return hosts.contains(alias) || dot > 0 && hosts.contains("*" + alias.substring(dot));
  }

  /** A wildcard becomes an expression for exactly one label. */
  static String serverName(String host) {
    return host.startsWith("*")
        ? "~^(?<subdomain>[\\w-]+)\\."
            + String.join("\\.", host.replaceFirst("\\*\\.", "").split("\\."))
            + "$"
        : host;
  }

  private static void redirects(List<Server> all, Set<String> hosts, ServerNames<Target> names) {
    for (Server server : all) {
      if (server.fromToWww && !server.host.equals(Server.ANY)) {
        String from =
            server.host.startsWith("www.") ? server.host.substring(4) : "www." + server.host;
        if (!hosts.contains(from)) {
          names.add(from, new Target.GoesTo(server.host, server));
        }
      }
    }
  }

  private static Optional<Rejection> rejection(Server server) {
    Optional<String> reason = server.locations().rejection();
    if (reason.isPresent()) {
      String host = server.host.equals(Server.ANY) ? "the default server" : server.host;
      Optional<io.github.ingressdesigner.model.Location> at =
          server.locations().all().stream()
              .filter(l -> reason.get().contains(l.text()) || reason.get().contains(l.route().path))
              .map(l -> l.route().at)
              .flatMap(Optional::stream)
              .reduce((first, second) -> second);
      return Optional.of(new Rejection(reason.get() + " (" + host + ")", at));
    }
    for (Location<Block> location : server.locations().all()) {
      if (location.route().rules.rewriteTarget().isPresent()) {
        Optional<Rejection> unknown = RewriteWords.unknownVariable(location.route());
        if (unknown.isPresent()) {
          return unknown;
        }
      }
    }
    return Optional.empty();
  }

  private static void build(Server server) {
    server.building.sort(LONGEST_FIRST);
    for (MutableBlock block : server.building) {
      if (server.appRoot.isEmpty() && block.rules.appRoot().isPresent()) {
        server.appRoot = Optional.of(block.rules);
      }
    }
    List<Expanded> expanded = expanded(server);
    for (Expanded one : expanded) {
      boolean regex = one.block.rules.useRegex() || one.block.rules.rewrites(one.text);
      if (regex && server.regexBy == null) {
        server.regexBy = one.block;
      }
    }
    List<Location<Block>> locations = new ArrayList<>();
    for (Expanded one : expanded) {
      Block block = new Block(one.block, one.text);
      boolean proxied = block.rules.denied().isEmpty();
      if (server.isRegex()) {
        locations.add(new Location<>(Modifier.REGEX_NO_CASE, "^" + one.text, proxied, block));
      } else {
        Modifier modifier = one.exact ? Modifier.EXACT : Modifier.PREFIX;
        locations.add(new Location<>(modifier, one.text, proxied, block));
      }
    }
    if (server.host.equals(Server.ANY)) {
      locations.add(answer(server, "/healthz", 200));
      locations.add(answer(server, "/nginx_status", 403));
    }
    server.locations = new Locations<>(locations);
  }

  /** The default server answers these itself; expressions go before them. */
  private static Location<Block> answer(Server any, String path, int status) {
    MutableBlock root = any.building.getLast();
    MutableBlock own =
        new MutableBlock(path, PathType.PREFIX, root.rules.asCatchAll(), root.upstream);
    own.status = status;
    return new Location<>(Modifier.PREFIX, path, false, new Block(own, path));
  }

  private record Expanded(MutableBlock block, String text, boolean exact) {}

  private static List<Expanded> expanded(Server server) {
    List<MutableBlock> sorted = server.building;
    List<Expanded> all = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      MutableBlock block = sorted.get(i);
      boolean prefix = block.type == PathType.PREFIX;
      boolean asIs =
          block.path.equals("/")
              || !prefix
              || block.rules.rewrites(block.path)
              || block.rules.useRegex();
      if (asIs) {
        all.add(new Expanded(block, block.path, !prefix));
        continue;
      }
      String folder = block.path.endsWith("/") ? block.path : block.path + "/";
      all.add(new Expanded(block, folder, false));
      if (!hasExact(sorted, i)) {
        all.add(new Expanded(block, block.path, true));
      }
    }
    return all;
  }

  /** Whether an Exact path has the same text; in their order, those stand side by side. */
  private static boolean hasExact(List<MutableBlock> sorted, int place) {
    String path = sorted.get(place).path;
    for (int i = place - 1; i >= 0 && sorted.get(i).path.equals(path); i--) {
      if (sorted.get(i).type == PathType.EXACT) {
        return true;
      }
    }
    for (int i = place + 1; i < sorted.size() && sorted.get(i).path.equals(path); i++) {
      if (sorted.get(i).type == PathType.EXACT) {
        return true;
      }
    }
    return false;
  }
}
