package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Decision.Confidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Middleware objects of the files, by the names under which routers refer to them. */
final class Middlewares {
  private static final String CRD = "@kubernetescrd";

  private static final Set<String> HARMLESS =
      Set.of(
          "compress",
          "contentType",
          "buffering",
          "retry",
          "circuitBreaker",
          "inFlightReq",
          "rateLimit",
          "passTLSClientCert",
          "grpcWeb",
          "errors");

  private final Map<String, Located> byName = new HashMap<>();
  private final Map<String, Read> read = new HashMap<>();

  /** What a reference stands for. */
  sealed interface Read {
    Read NOTHING = new Built(List.of());

    record Built(List<Middleware> steps) implements Read {}

    /**
     * Routers that refer to it are not created.
     *
     * @param reason a sentence for people
     */
    record Broken(String reason) implements Read {}
  }

  static Middlewares of(Resources resources) {
    Middlewares all = new Middlewares();
    for (Located located : resources.all()) {
      if (located.resource() instanceof OtherResource other
          && other.kind().equals("Middleware")
          && other.group().equals("traefik.io")) {
        String name = other.meta().namespaceOrDefault() + "-" + other.meta().name().orElse("");
        all.byName.put(RouterNames.normalized(name) + CRD, located);
      }
    }
    return all;
  }

  /** All of an annotation's references in their order. */
  Read find(List<String> names) {
    List<Middleware> steps = new ArrayList<>();
    for (String name : names) {
      switch (find(name, new HashSet<>())) {
        case Read.Broken broken -> {
          return broken;
        }
        case Read.Built built -> steps.addAll(built.steps());
      }
    }
    return new Read.Built(List.copyOf(steps));
  }

  private Read find(String reference, Set<String> open) {
    String name = reference.contains("@") ? reference : reference + "@kubernetes";
    Read known = read.get(name);
    if (known != null) {
      return known;
    }
    Located located = byName.get(name);
    Read found = located == null ? unknown(name, reference) : read(located, name, open);
    read.put(name, found);
    return found;
  }

  private static Read unknown(String name, String reference) {
    if (!reference.contains("@")) {
      return new Read.Broken(
          "Middleware "
              + reference
              + " has no @kubernetescrd behind it, so it is looked for where none can be.");
    }
    if (name.endsWith(CRD)) {
      return new Read.Broken(
          "There is no Middleware "
              + reference
              + "; the name must be namespace-name"
              + CRD
              + " of a Middleware in the files.");
    }
    return new Read.Built(
        List.of(
            new Middleware.Passing(
                reference,
                "Middleware " + reference + " is defined elsewhere and is not known here.",
                Confidence.UNKNOWN,
                "Middleware " + reference + " is defined outside the files.",
                Optional.empty())));
  }

  private Read read(Located located, String name, Set<String> open) {
    OtherResource object = (OtherResource) located.resource();
    Map<String, FieldValue> spec = object.get("spec").entries();
    Location at = Location.of(located.id()).key("spec");
    if (spec.size() != 1) {
      return new Read.Broken(
          "Middleware "
              + object.meta().qualifiedName()
              + (spec.isEmpty() ? " says nothing." : " has more than one kind in it."));
    }
    String kind = spec.keySet().iterator().next();
    if (kind.equals("chain")) {
      return chain(spec.get(kind), object, name, open);
    }
    return read(kind, spec.get(kind), Optional.of(at.key(kind)), object.meta().qualifiedName());
  }

  private Read chain(FieldValue chain, OtherResource object, String name, Set<String> open) {
    if (!open.add(name)) {
      return new Read.Broken("Middleware " + object.meta().qualifiedName() + " contains itself.");
    }
    List<Middleware> steps = new ArrayList<>();
    for (FieldValue member : chain.get("middlewares").items()) {
      String namespace = member.get("namespace").text().orElse(object.meta().namespaceOrDefault());
      String other = member.get("name").text().orElse("");
      String reference =
          other.contains("@") ? other : RouterNames.normalized(namespace + "-" + other) + CRD;
      switch (find(reference, open)) {
        case Read.Broken broken -> {
          return broken;
        }
        case Read.Built built -> steps.addAll(built.steps());
      }
    }
    open.remove(name);
    return new Read.Built(List.copyOf(steps));
  }

  private static Read read(String kind, FieldValue spec, Optional<Location> at, String name) {
    return switch (kind) {
      case "stripPrefix" ->
          built(
              new PathMiddleware.StripPrefix(
                  texts(spec.get("prefixes")),
                  spec.get("forceSlash").text().equals(Optional.of("true")),
                  at));
      case "stripPrefixRegex" -> stripRegex(texts(spec.get("regex")), at);
      case "addPrefix" -> {
        String prefix = text(spec, "prefix");
        yield prefix.isEmpty()
            ? new Read.Broken("Middleware " + name + " adds an empty prefix.")
            : built(new PathMiddleware.AddPrefix(UriText.bytes(prefix), at));
      }
      case "replacePath" -> built(new PathMiddleware.ReplacePath(text(spec, "path"), at));
      case "replacePathRegex" ->
          switch (compile(text(spec, "regex"))) {
            case RegexFlavor.Result.Refused(String reason) -> new Read.Broken(reason);
            case RegexFlavor.Result.Compiled(RouteRegex regex) ->
                built(rewrite("replacePathRegex", regex, text(spec, "replacement").strip(), at));
          };
      case "redirectScheme" -> redirectScheme(spec, at, name);
      case "redirectRegex" -> redirectRegex(spec, at);
      case "headers" -> headers(spec, at);
      default -> built(passing(kind, at, name));
    };
  }

  private static Read built(Middleware step) {
    return new Read.Built(List.of(step));
  }

  static RegexFlavor.Result compile(String regex) {
    return RegexFlavor.RE2.compile(regex.strip(), false);
  }

  static PathMiddleware rewrite(
      String what, RouteRegex regex, String replacement, Optional<Location> at) {
    return new PathMiddleware.ReplaceMatches(
        what, regex, RewriteTemplate.of(RewriteTemplate.Style.GO, replacement), replacement, at);
  }

  private static Read stripRegex(List<String> texts, Optional<Location> at) {
    List<RouteRegex> all = new ArrayList<>();
    for (String text : texts) {
      switch (compile(text)) {
        case RegexFlavor.Result.Refused(String reason) -> {
          return new Read.Broken(reason);
        }
        case RegexFlavor.Result.Compiled(RouteRegex regex) -> all.add(regex);
      }
    }
    return built(new PathMiddleware.StripPrefixRegex(List.copyOf(all), at));
  }

  private static Read redirectScheme(FieldValue spec, Optional<Location> at, String name) {
    String scheme = text(spec, "scheme");
    if (scheme.isEmpty()) {
      return new Read.Broken("Middleware " + name + " redirects to no scheme.");
    }
    return built(
        new RedirectMiddleware.ToScheme(
            scheme,
            text(spec, "port"),
            code(spec),
            "redirectScheme sends other requests to " + scheme + ".",
            at));
  }

  private static Read redirectRegex(FieldValue spec, Optional<Location> at) {
    String replacement = text(spec, "replacement");
    return switch (RegexFlavor.RE2.compile(text(spec, "regex"), false)) {
      case RegexFlavor.Result.Refused(String reason) -> new Read.Broken(reason);
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          built(
              new RedirectMiddleware.ByRegex(
                  regex,
                  RewriteTemplate.of(RewriteTemplate.Style.GO, replacement),
                  replacement,
                  code(spec),
                  "redirectRegex sends URLs that "
                      + regex.text()
                      + " matches to "
                      + replacement
                      + ".",
                  at));
    };
  }

  private static RedirectMiddleware.Code code(FieldValue spec) {
    boolean permanent = spec.get("permanent").text().equals(Optional.of("true"));
    return new RedirectMiddleware.Code(permanent, Optional.empty());
  }

  private static Read headers(FieldValue spec, Optional<Location> at) {
    return spec.get("customRequestHeaders").entries().entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase("Host"))
        .flatMap(e -> e.getValue().text().stream())
        .filter(host -> !host.isEmpty())
        .findFirst()
        .map(host -> built(new PathMiddleware.SetHost(host, at)))
        .orElseGet(
            () ->
                built(
                    new Middleware.Passing(
                        "headers",
                        "headers changes header fields, not the way.",
                        Confidence.EXACT,
                        "",
                        at)));
  }

  private static Middleware passing(String kind, Optional<Location> at, String name) {
    if (HARMLESS.contains(kind)) {
      return new Middleware.Passing(
          kind, kind + " does not change the way of a request.", Confidence.EXACT, "", at);
    }
    return new Middleware.Passing(
        kind,
        kind + " may answer by itself; the answer here is for a request that it lets pass.",
        Confidence.UNKNOWN,
        "Middleware " + name + " (" + kind + ") may answer requests by itself; it is not modelled.",
        at);
  }

  private static String text(FieldValue spec, String key) {
    return spec.get(key).text().orElse("");
  }

  private static List<String> texts(FieldValue list) {
    return list.items().stream().flatMap(v -> v.text().stream()).map(UriText::bytes).toList();
  }
}
