package io.github.ingressdesigner.dialect.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.KongDialect;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The traditional router against lists that are walked as kong/router/traditional.lua does. */
class TraditionalPropertyTest {
  private static final List<String> HOSTS =
      List.of("a.x.example", "b.x.example", "*.x.example", "*.example", "");
  private static final List<String> PATHS =
      List.of("/", "/a", "/a/b", "/ab", "/a/b/c", "/~/a.*", "/~/[ab]+$");
  private static final List<String> TYPES = List.of("Prefix", "Exact", "ImplementationSpecific");
  private static final List<String> REQUESTED =
      List.of("/", "/a", "/a/", "/ab", "/a/b", "/a/b/c", "/abc", "/b", "/bb", "/a/x");

  private static final Comparator<Part> RANK =
      Comparator.comparing((Part p) -> p.host.isEmpty() || p.host.startsWith("*"))
          .thenComparing(p -> !p.regex)
          .thenComparing(p -> p.regex ? -p.longest : -p.path.length());

  /** A part of a route, as the router keeps it. */
  private record Part(
      String service,
      String host,
      String path,
      boolean regex,
      int longest,
      String method,
      String id) {
    int kinds() {
      return 0x10 | (host.isEmpty() ? 0 : 0x40) | (method.isEmpty() ? 0 : 8);
    }

    boolean takesHost(String other) {
      return host.isEmpty()
          || (host.startsWith("*")
              ? other.endsWith(host.substring(1)) && other.length() >= host.length()
              : host.equals(other));
    }

    boolean takesPath(String other) {
      return regex ? Pattern.compile(path).matcher(other).lookingAt() : other.startsWith(path);
    }

    boolean takes(String otherHost, String otherPath, String otherMethod) {
      return takesHost(otherHost)
          && takesPath(otherPath)
          && (method.isEmpty() || method.equals(otherMethod));
    }
  }

  @Test
  void answersAreThoseOfTheListsOfTheRouter() {
    long seed = 20251125;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      List<Part> parts = new ArrayList<>();
      RouteTable table = table(random, parts);
      parts.sort(RANK);
      List<Part> order = new ArrayList<>(parts);
      order.sort(RANK.thenComparing(Part::id, Comparator.reverseOrder()));
      for (String host : List.of("a.x.example", "c.x.example", "c.y.example", "other")) {
        for (String path : REQUESTED) {
          String method = random.nextBoolean() ? "GET" : "PUT";
          Outcome outcome = table.find(Request.of(method, "http://" + host + path, Map.of()));
          String found = outcome instanceof Outcome.ToBackend to ? to.backend().display() : "none";
          assertThat(found)
              .as("seed %d round %d: %s %s%s of %s", seed, round, method, host, path, parts)
              .isEqualTo(find(parts, order, host, path, method));
        }
      }
    }
  }

  /**
   * @param parts by rank, in which facts are looked up
   * @param order the same, ties by id
   */
  private static String find(
      List<Part> parts, List<Part> order, String host, String path, String method) {
    String hostKey = host;
    int met = 0;
    if (parts.stream().anyMatch(p -> p.host.equals(host))) {
      met |= 0x40;
    } else {
      for (Part part : parts) {
        if ((met & 0x40) == 0 && part.host.startsWith("*") && part.takesHost(host)) {
          hostKey = part.host;
          met |= 0x40;
        }
      }
    }
    String uri =
        parts.stream()
            .filter(p -> p.regex && p.takesPath(path))
            .findFirst()
            .or(
                () ->
                    parts.stream()
                        .filter(p -> !p.regex && p.takesPath(path))
                        .max(Comparator.comparingInt(p -> p.path.length())))
            .map(p -> p.regex + p.path)
            .orElse(null);
    met |= uri == null ? 0 : 0x10;
    met |= parts.stream().anyMatch(p -> p.method.equals(method)) ? 8 : 0;
    List<Integer> kinds =
        parts.stream()
            .map(Part::kinds)
            .distinct()
            .sorted(Comparator.comparingInt((Integer k) -> -Integer.bitCount(k) * 256 - k))
            .toList();
    String wantedHost = hostKey;
    for (int kind : kinds.subList(Math.max(0, kinds.indexOf(met)), kinds.size())) {
      List<Part> in = order.stream().filter(p -> p.kinds() == kind).toList();
      List<Part> fewest = null;
      List<Predicate<Part>> facts =
          List.of(
              p -> p.host.equals(wantedHost) && !p.host.isEmpty(),
              p -> (p.regex + p.path).equals(uri),
              p -> p.method.equals(method));
      for (Predicate<Part> fact : facts) {
        List<Part> some = in.stream().filter(fact).toList();
        fewest = !some.isEmpty() && (fewest == null || some.size() < fewest.size()) ? some : fewest;
      }
      List<Part> asked = new ArrayList<>(fewest == null ? List.of() : fewest);
      asked.addAll(in);
      for (Part part : asked) {
        if (part.takes(host, path, method)) {
          return part.service;
        }
      }
    }
    return "none";
  }

  private static RouteTable table(Random random, List<Part> parts) {
    List<Resources.Located> all = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      String host = pick(random, HOSTS);
      String method = random.nextInt(3) == 0 ? "PUT" : "";
      String name = "i" + i;
      List<HttpPath> paths = new ArrayList<>();
      List<String> written = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(3); j++) {
        String path = pick(random, PATHS);
        String type = path.startsWith("/~") ? "ImplementationSpecific" : pick(random, TYPES);
        paths.add(
            new HttpPath(
                Optional.of(path),
                Optional.of(type),
                Optional.of(ServiceBackend.of("s" + i, new Port.Number(80)))));
        written.addAll(kong(path, type));
      }
      int longest =
          written.stream().mapToInt(p -> p.startsWith("~") ? 0 : p.length()).max().orElse(0);
      String id = RouteIds.of("default." + name + ".s" + i + "." + host.replace('*', '_') + ".80");
      for (String path : written) {
        boolean regex = path.startsWith("~");
        parts.add(
            new Part(
                "s" + i + ":80",
                host,
                regex ? path.substring(1) : path,
                regex,
                longest,
                method,
                id));
      }
      all.add(located(i, name, host, method, paths));
    }
    return new KongDialect(DialectConfig.of("router_flavor", "traditional"))
        .compile(new Resources(all), Optional.empty());
  }

  private static List<String> kong(String path, String type) {
    return switch (type) {
      case "Prefix" -> path.equals("/") ? List.of("/") : List.of(path + "/", "~" + path + "$");
      case "Exact" -> List.of("~" + path + "$");
      default -> List.of(path.startsWith("/~") ? path.substring(1) : path);
    };
  }

  private static Resources.Located located(
      int number, String name, String host, String method, List<HttpPath> paths) {
    ObjectMeta meta =
        new ObjectMeta(
            Optional.of(name),
            Optional.empty(),
            Map.of(),
            method.isEmpty() ? Map.of() : Map.of("konghq.com/methods", method),
            Optional.empty());
    Rule rule = new Rule(Optional.of(host).filter(h -> !h.isEmpty()), true, paths);
    return new Resources.Located(
        ResourceId.whole(new FileId("/t/in.yaml"), new DocumentId(number)),
        new Ingress(
            "networking.k8s.io/v1",
            meta,
            new IngressSpec(Optional.empty(), Optional.empty(), List.of(), List.of(rule))));
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
