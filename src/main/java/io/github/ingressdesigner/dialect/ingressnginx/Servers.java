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
        int order = Integer.compare(b.bytes.length(), a.bytes.length());
        return order != 0 ? order : b.bytes.compareTo(a.bytes);
      };

  /** What a server name leads to. */
  sealed interface Target {
    record Serves(Server server) implements Target {}

    /** Another name, from-to-www-redirect. */
    record GoesTo(String host, Server server) implements Target {}
  }

  static Servers of(Map<String, Server> servers, DialectConfig config) {
    List<Server> all = new ArrayList<>(servers.values());
    all.sort(Comparator.comparing(server -> server.host));
    ServerNames<Target> names = new ServerNames<>();
    Set<String> certificates = new HashSet<>();
    // Their servers stand before all others.
    redirects(all, servers.keySet(), names);
    for (Server server : all) {
      build(server, config);
      certificates(server, certificates);
      Target target = new Target.Serves(server);
      if (!server.host.equals(Server.ANY)) {
        names.add(serverName(server.host), target);
      }
      server.aliases.forEach(alias -> names.add(alias, target));
    }
    Optional<Rejection> rejection =
        Rejection.of(all)
            .or(() -> names.rejection().map(reason -> new Rejection(reason, Optional.empty())));
    return new Servers(all, servers.get(Server.ANY), names, certificates, rejection);
  }

  /** The last server that names an alias says whether there is a certificate for it. */
  private static void certificates(Server server, Set<String> certificates) {
    boolean any = server.host.equals(Server.ANY);
    if (any || server.hasCertificate) {
      certificates.add(server.host);
    }
    for (String alias : server.aliases) {
      if (!any && server.hasCertificate && covers(server.certificateHosts, alias)) {
        certificates.add(alias);
      } else {
        certificates.remove(alias);
      }
    }
  }

  static boolean covers(List<String> hosts, String name) {
    int dot = name.indexOf('.');
    return hosts.contains(name) || dot > 0 && hosts.contains("*" + name.substring(dot));
  }

  /** A wildcard becomes an expression for exactly one label. */
  static String serverName(String host) {
    return host.startsWith("*")
        ? "~^(?<subdomain>[\\w-]+)\\."
            + String.join("\\.", host.replaceFirst("\\*\\.", "").split("\\."))
            + "$"
        : host;
  }

  /** The name with or without www. that is redirected to a host. */
  static String otherName(String host) {
    return host.startsWith("www.") ? host.substring(4) : "www." + host;
  }

  private static void redirects(List<Server> all, Set<String> hosts, ServerNames<Target> names) {
    for (Server server : all) {
      if (server.fromToWww && !server.host.equals(Server.ANY)) {
        String from = otherName(server.host);
        if (!hosts.contains(from)) {
          names.add(from, new Target.GoesTo(server.host, server));
        }
      }
    }
  }

  private static void build(Server server, DialectConfig config) {
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
      boolean proxied = block.rules.access().denied().isEmpty();
      if (server.isRegex()) {
        locations.add(new Location<>(Modifier.REGEX_NO_CASE, "^" + one.text, proxied, block));
      } else {
        Modifier modifier = one.exact ? Modifier.EXACT : Modifier.PREFIX;
        locations.add(new Location<>(modifier, one.text, proxied, block));
      }
    }
    if (server.host.equals(Server.ANY)) {
      locations.add(answer(server, config.get("health-check-path", "/healthz"), 200));
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
