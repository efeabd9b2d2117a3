package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why NGINX refuses the generated configuration.
 *
 * @param reason a sentence for people
 * @param at a path entry or an annotation that it comes from
 */
record Rejection(String reason, Optional<io.github.ingressdesigner.model.Location> at) {
  static Optional<Rejection> of(List<Server> servers) {
    Predicate<String> named = name -> isCaptured(name, servers);
    for (Server server : servers) {
      // Nothing else is written into a server that answers 403.
      if (server.certificateProblem.isEmpty()) {
        Optional<Rejection> rejection = of(server).or(() -> variables(server, named));
        if (rejection.isPresent()) {
          return rejection;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> of(Server server) {
    boolean fine = !server.isRegex() && server.locationTwice().isEmpty();
    Optional<String> reason = fine ? Optional.empty() : server.locations().rejection();
    if (reason.isEmpty()) {
      return Optional.empty();
    }
    String host = server.host.equals(Server.ANY) ? "of the default server" : "of " + server.host;
    Optional<io.github.ingressdesigner.model.Location> at =
        server.locations().all().stream()
            .filter(l -> reason.get().contains(l.text()) || reason.get().contains(l.route().path))
            .map(l -> l.route().at)
            .flatMap(Optional::stream)
            .reduce((first, second) -> second);
    return Optional.of(new Rejection("In the server " + host + ": " + reason.get(), at));
  }

  private static Optional<Rejection> variables(Server server, Predicate<String> named) {
    if (!server.isRegex() && server.appRootBy == null) {
      return Optional.empty();
    }
    for (Location<Block> location : server.locations().all()) {
      Rules rules = location.route().rules;
      if (rules.appRoot().isPresent()) {
        Optional<Rejection> bad = variables("app-root", rules.appRoot().get(), rules, named);
        if (bad.isPresent()) {
          return bad;
        }
      }
      if (location.proxied() && rules.rewrites(location.route().text)) {
        String target = rules.rewriteTarget().orElseThrow();
        Optional<Rejection> bad = variables("rewrite-target", target, rules, named);
        if (bad.isPresent()) {
          return bad;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> variables(
      String annotation, String text, Rules rules, Predicate<String> named) {
    return TemplateVariables.problem(text, named)
        .map(
            problem ->
                new Rejection(
                    annotation + " holds " + problem + ".",
                    Optional.of(rules.annotations().at(annotation))));
  }

  /** Whether a wildcard host, an alias or a path in regex mode captures under a name. */
  private static boolean isCaptured(String name, List<Server> servers) {
    Pattern capture = Pattern.compile("\\(\\?(P?<|')" + Pattern.quote(name) + "[>']");
    for (Server server : servers) {
      if (name.equals("subdomain") && server.host.startsWith("*.")
          || server.aliases.stream().anyMatch(alias -> capture.matcher(alias).find())
          || server.isRegex()
              && server.building.stream().anyMatch(b -> capture.matcher(b.path).find())) {
        return true;
      }
    }
    return false;
  }
}
