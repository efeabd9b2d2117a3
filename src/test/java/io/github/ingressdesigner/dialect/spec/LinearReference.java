package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The specification once more, slowly: every rule is looked at, nothing is compiled. Answers with
 * the names of the Services between which nothing decides; empty for 404, {@code none} for a path
 * without backend.
 */
final class LinearReference {
  private record Path(Rule rule, HttpPath path, Ingress owner) {
    boolean exact() {
      return path.pathType().equals(Optional.of("Exact"));
    }

    String text() {
      return path.path().filter(p -> !p.isEmpty()).orElse("/");
    }

    List<String> elements() {
      List<String> elements = new ArrayList<>(Arrays.asList(text().split("/", -1)));
      if (elements.getLast().isEmpty()) {
        elements.removeLast();
      }
      return elements;
    }

    boolean matches(String request) {
      if (exact()) {
        return request.equals(text());
      }
      List<String> given = new ArrayList<>(Arrays.asList(request.split("/", -1)));
      List<String> wanted = elements();
      return given.size() >= wanted.size() && given.subList(0, wanted.size()).equals(wanted);
    }

    int type() {
      return switch (path.pathType().orElse("")) {
        case "Exact" -> 0;
        case "Prefix" -> 1;
        case "ImplementationSpecific" -> 2;
        case "" -> 4;
        default -> 3;
      };
    }
  }

  private static final Comparator<Path> BEST =
      Comparator.comparing((Path p) -> !p.exact())
          .thenComparing(p -> -p.elements().size())
          .thenComparing(Path::type)
          .thenComparing(p -> -p.text().length());

  private final List<Ingress> served = new ArrayList<>();

  LinearReference(Resources resources) {
    List<Ingress> all = resources.ingresses().map(l -> (Ingress) l.resource()).toList();
    for (int i = 0; i < all.size(); i++) {
      Ingress ingress = all.get(i);
      boolean again =
          all.subList(i + 1, all.size()).stream()
              .anyMatch(other -> other.meta().name().equals(ingress.meta().name()));
      if (!again && !ingress.spec().ingressClassName().equals(Optional.of("odd"))) {
        served.add(ingress);
      }
    }
    served.sort(
        Comparator.comparing((Ingress i) -> i.meta().creationTimestamp().orElse("z"))
            .thenComparing(i -> i.meta().name().orElseThrow()));
  }

  Set<String> services(Request request) {
    String host = request.host().toLowerCase(Locale.ROOT);
    String wildcard = "*" + host.substring(Math.max(0, host.indexOf('.')));
    for (String pattern : new String[] {host, wildcard, ""}) {
      if (rules(pattern::equals).isEmpty()) {
        continue;
      }
      List<Path> matching =
          rules(pattern::equals).stream()
              .flatMap(r -> r.rule().paths().stream().map(p -> new Path(r.rule(), p, r.owner())))
              .filter(p -> p.matches(request.path()))
              .toList();
      if (matching.isEmpty()) {
        List<Ingress> own = rules(pattern::equals).stream().map(Path::owner).distinct().toList();
        return defaults(own);
      }
      Path best = matching.stream().min(BEST).orElseThrow();
      return names(
          matching.stream()
              .filter(p -> BEST.compare(p, best) == 0)
              .map(p -> p.path().backend())
              .toList());
    }
    return defaults(List.of());
  }

  private List<Path> rules(Predicate<String> host) {
    List<Path> rules = new ArrayList<>();
    for (Ingress ingress : served) {
      for (Rule rule : ingress.spec().rules()) {
        if (host.test(rule.host().orElse("").toLowerCase(Locale.ROOT))) {
          rules.add(
              new Path(
                  rule,
                  new HttpPath(Optional.empty(), Optional.empty(), Optional.empty()),
                  ingress));
        }
      }
    }
    return rules;
  }

  private Set<String> defaults(List<Ingress> own) {
    List<Predicate<Ingress>> groups =
        List.of(own::contains, i -> i.spec().rules().isEmpty(), i -> true);
    for (Predicate<Ingress> group : groups) {
      Set<String> names =
          names(
              served.stream()
                  .filter(group)
                  .map(i -> i.spec().defaultBackend())
                  .filter(Optional::isPresent)
                  .toList());
      if (!names.isEmpty()) {
        return names;
      }
    }
    return Set.of();
  }

  private static Set<String> names(List<Optional<Backend>> backends) {
    Set<String> names = new LinkedHashSet<>();
    backends.forEach(b -> names.add(b.map(Backend::display).orElse("none")));
    return names;
  }
}
