package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.ServerNames;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The finished configuration: servers in their order and their names (template.go, buildServerName;
 * ingress util, BuildRedirects).
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
  /** What a server name leads to: the server itself, or another name. */
  sealed interface Target permits Server, Target.GoesTo {
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
      look(server);
      server.healthPath = config.get("health-check-path", "/healthz");
      certificates(server, certificates);
      if (!server.host.equals(Server.ANY)) {
        names.add(serverName(server.host), server);
      }
      server.aliases.forEach(alias -> names.add(alias, server));
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

  /** What concerns the whole server: its regex mode and its app-root. */
  private static void look(Server server) {
    for (MutableBlock block : server.building) {
      Rules rules = block.rules;
      if (rules.changesServer()) {
        boolean regex =
            rules.useRegex()
                || rules.rewrites(block.path)
                || !LocationList.isAsItIs(block) && rules.rewrites(block.path + "/");
        if (regex
            && (server.regexBy == null
                || MutableBlock.LONGEST_FIRST.compare(block, server.regexBy) < 0)) {
          server.regexBy = block;
        }
        if (rules.appRoot().isPresent()
            && (server.appRootBy == null
                || MutableBlock.LONGEST_FIRST.compare(block, server.appRootBy) < 0)) {
          server.appRootBy = block;
        }
      }
    }
  }
}
