package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Request paths that one path of an Ingress matches, and some that it does not, as a controller
 * would decide if the Ingress held nothing else. Each is asked of the engine; none is guessed.
 *
 * @param leftOut why the controller does not read the Ingress at all; then there are no examples
 */
public record PathExamples(List<Example> matches, List<Example> misses, Optional<String> leftOut) {
  public PathExamples {
    matches = List.copyOf(matches);
    misses = List.copyOf(misses);
  }

  /** How the path of a request stands to the path of the rule. */
  public enum Relation {
    EQUAL,
    /** A slash at the end more, or less. */
    SLASH,
    /** Whole elements more. */
    DEEPER,
    /** Letters more in the last element. */
    ELEMENT,
    /** Other case. */
    CASE,
    /** The path of the rule stands not at the start. */
    START,
    /** What a capture group of the expression takes. */
    CAPTURED
  }

  /** A request path. */
  public record Example(String path, Relation relation) {}

  private static final String META = "\\^$.|?*+()[]{}";

  /**
   * At most {@code most} examples of each kind.
   *
   * @param resources of the workspace; classes and settings count, other Ingresses do not
   * @param host of the rule; empty for any
   */
  public static PathExamples of(
      Dialect dialect,
      Resources resources,
      ResourceId id,
      Ingress ingress,
      Optional<String> host,
      HttpPath path,
      int most) {
    RouteTable table = dialect.compile(alone(resources, id, ingress, host, path), Optional.empty());
    Optional<String> leftOut =
        table.leftOut().stream()
            .filter(out -> out.ingress().resource().equals(id))
            .map(RouteTable.LeftOut::reason)
            .findFirst();
    if (leftOut.isPresent()) {
      return new PathExamples(List.of(), List.of(), leftOut);
    }
    Location at = new Location(id, FieldPath.path(0, 0));
    String name = host.map(h -> h.startsWith("*") ? "a" + h.substring(1) : h).orElse("example.com");
    // Some controllers answer nothing over https without a tls entry, others redirect http with
    // one.
    boolean https = !ingress.spec().tls().isEmpty();
    List<Example> matches = new ArrayList<>();
    List<Example> misses = new ArrayList<>();
    candidates(path.path().orElse("/"))
        .forEach(
            (candidate, relation) -> {
              List<Example> list =
                  table.find(request(https, name, candidate)).answering().contains(at)
                      ? matches
                      : misses;
              if (list.size() < most) {
                list.add(new Example(candidate, relation));
              }
            });
    return new PathExamples(matches, misses, Optional.empty());
  }

  /**
   * Whether a path of a type matches the path of a request, for a plain Ingress without
   * annotations; empty where the controller reads no such Ingress.
   */
  public static Optional<Boolean> matches(
      Dialect dialect, PathType type, String path, String request) {
    ResourceId id = new ResourceId(new FileId("untitled:example"), new DocumentId(0), 0);
    HttpPath entry =
        new HttpPath(
            Optional.of(path),
            Optional.of(type.text()),
            Optional.of(Backend.ServiceBackend.of("example", Port.parse("80"))));
    Ingress ingress =
        new Ingress("networking.k8s.io/v1", ObjectMeta.named("example"), IngressSpec.EMPTY);
    Resources only = new Resources(List.of(new Located(id, ingress)));
    Optional<String> host = Optional.of("example.com");
    RouteTable table = dialect.compile(alone(only, id, ingress, host, entry), Optional.empty());
    return table.hosts().isEmpty() || !request.startsWith("/")
        ? Optional.empty()
        : Optional.of(
            table
                .find(request(false, "example.com", request))
                .answering()
                .contains(new Location(id, FieldPath.path(0, 0))));
  }

  private static Request request(boolean https, String host, String path) {
    return new Request(
        "GET",
        https ? "https" : "http",
        host,
        https ? Optional.of(host) : Optional.empty(),
        https ? 443 : 80,
        path,
        Optional.empty(),
        Map.of());
  }

  /** The same workspace, with this path as the only one; a canary counts as a plain Ingress. */
  private static Resources alone(
      Resources resources, ResourceId id, Ingress ingress, Optional<String> host, HttpPath path) {
    Map<String, String> annotations = new LinkedHashMap<>(ingress.meta().annotations());
    annotations.keySet().removeIf(key -> key.contains("/canary"));
    ObjectMeta meta =
        new ObjectMeta(
            ingress.meta().name(),
            ingress.meta().namespace(),
            ingress.meta().labels(),
            annotations,
            ingress.meta().creationTimestamp(),
            ingress.meta().uid());
    IngressSpec spec =
        new IngressSpec(
            ingress.spec().ingressClassName(),
            Optional.empty(),
            ingress.spec().tls(),
            List.of(new Rule(host, true, List.of(path))));
    Resource only = new Ingress(ingress.apiVersion(), meta, spec);
    List<Located> kept = new ArrayList<>();
    for (Located located : resources.all()) {
      if (located.id().equals(id)) {
        kept.add(new Located(id, only));
      } else if (!(located.resource() instanceof Ingress)) {
        kept.add(located);
      }
    }
    return new Resources(kept);
  }

  /** Request paths around a rule's path, the telling ones first. */
  static Map<String, Relation> candidates(String path) {
    Map<String, Relation> all = new LinkedHashMap<>();
    String plain = literal(path);
    String base = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    put(all, plain, Relation.EQUAL);
    if (plain.length() < path.length()) {
      put(all, base + "/items/7", Relation.CAPTURED);
    }
    put(all, plain.endsWith("/") ? base : plain + "/", Relation.SLASH);
    put(all, base + "-old", Relation.ELEMENT);
    put(all, base + "/v1/items", Relation.DEEPER);
    String upper = base.toUpperCase(Locale.ROOT);
    put(all, upper.equals(base) ? base.toLowerCase(Locale.ROOT) : upper, Relation.CASE);
    put(all, "/v1" + base, Relation.START);
    put(all, "/other", Relation.START);
    return all;
  }

  private static void put(Map<String, Relation> all, String path, Relation relation) {
    if (path.startsWith("/")) {
      all.putIfAbsent(path, relation);
    }
  }

  /** What stands before the first sign that an expression gives a meaning. */
  private static String literal(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (META.indexOf(path.charAt(i)) >= 0 && !(path.charAt(i) == '.' && isName(path, i))) {
        return i == 0 ? "/" : path.substring(0, i);
      }
    }
    return path.isEmpty() ? "/" : path;
  }

  /** A dot inside of a file's name is most often meant as one. */
  private static boolean isName(String path, int dot) {
    return dot + 1 < path.length() && Character.isLetterOrDigit(path.charAt(dot + 1));
  }
}
