package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A server as the controller writes it into nginx.conf, as far as it routes: what a test needs to
 * ask a real NGINX. Redirects to https, endpoints and canaries are decided in Lua and are not here.
 *
 * @param names as server_name writes them, {@code _} for the default server
 * @param before whole directives of the server that stand before its locations
 */
public record ServerBlock(List<String> names, List<String> before, List<LocationBlock> locations) {
  /**
   * A location.
   *
   * @param opening {@code location = "/a"}, without its brace
   * @param directives whole ones, without {@code proxy_pass}; they stand before it
   * @param backend what the request reaches, where it is proxied: Service and port, or {@code
   *     default} for the controller's own default backend
   */
  public record LocationBlock(String opening, List<String> directives, Optional<String> backend) {
    public LocationBlock {
      directives = List.copyOf(directives);
    }
  }

  public ServerBlock {
    names = List.copyOf(names);
    before = List.copyOf(before);
    locations = List.copyOf(locations);
  }

  static List<ServerBlock> of(Servers servers) {
    List<ServerBlock> all = new ArrayList<>();
    Set<String> hosts = servers.all().stream().map(s -> s.host).collect(Collectors.toSet());
    for (Server server : servers.all()) {
      if (server.fromToWww && !server.host.equals(Server.ANY)) {
        String other = Servers.otherName(server.host);
        if (!hosts.contains(other)) {
          String url = "$scheme://" + server.host + ":$server_port$request_uri";
          all.add(new ServerBlock(List.of(other), List.of("return 308 " + url + ";"), List.of()));
        }
      }
    }
    servers.all().forEach(server -> all.add(of(server)));
    return all;
  }

  private static ServerBlock of(Server server) {
    List<String> names = new ArrayList<>(List.of(Servers.serverName(server.host)));
    names.addAll(server.aliases);
    if (server.certificateProblem.isPresent()) {
      return new ServerBlock(names, List.of("return 403;"), List.of());
    }
    List<String> before =
        Optional.ofNullable(server.appRoot()).stream()
            .flatMap(rules -> rules.appRoot().stream())
            .map(root -> "if ($uri = /) { return 302 $scheme://$http_host" + root + "; }")
            .toList();
    return new ServerBlock(
        names, before, server.locations().all().stream().map(ServerBlock::of).toList());
  }

  private static LocationBlock of(Location<Block> location) {
    Block block = location.route();
    Rules rules = block.rules;
    if (block.status > 0 || rules.access().denied().isPresent()) {
      int status = block.status > 0 ? block.status : 503;
      return new LocationBlock(
          location.generated(), List.of("return " + status + ";"), Optional.empty());
    }
    List<String> directives = new ArrayList<>();
    if (rules.redirection().relative()) {
      directives.add("absolute_redirect off;");
    }
    rules
        .redirection()
        .target()
        .ifPresent(target -> directives.add("return " + target.code() + " " + target.url() + ";"));
    if (rules.rewrites(block.text)) {
      directives.add(
          "rewrite \"(?i)" + block.text + "\" " + rules.rewriteTarget().orElseThrow() + " break;");
    }
    String backend = block.isDefault ? "default" : block.upstream.backend.display();
    return new LocationBlock(location.generated(), directives, Optional.of(backend));
  }
}
