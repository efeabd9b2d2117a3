package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.Reading.Bound;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds an Ingress; list positions stay those of the text, for odd entries too. */
final class IngressBinder {
  /** What to reuse when the same Ingress is bound again. */
  record Memory(
      boolean legacy,
      BoundList<Rule, BoundList<HttpPath, Nothing>> rules,
      BoundList<TlsEntry, Nothing> tls) {}

  /** What an element without lists of its own remembers. */
  enum Nothing {
    NOTHING
  }

  private final Reading reading;
  private final boolean legacy;
  private final BackendBinder backends;

  IngressBinder(Reading reading, boolean legacy) {
    this.reading = reading;
    this.legacy = legacy;
    this.backends = new BackendBinder(reading, legacy);
  }

  Bound<Ingress, Memory> bind(
      Fields resource, String apiVersion, ObjectMeta meta, Optional<Memory> remembered) {
    Optional<Memory> before = remembered.filter(m -> m.legacy() == legacy);
    Fields spec = reading.fields(resource, "spec");
    String defaultKey = legacy && !spec.has("defaultBackend") ? "backend" : "defaultBackend";
    Optional<Backend> defaultBackend =
        spec.has(defaultKey) ? backends.bind(reading.fields(spec, defaultKey)) : Optional.empty();
    Optional<String> className = reading.text(spec, "ingressClassName");
    BoundList<TlsEntry, Nothing> tls =
        reading.list(spec, "tls", before.map(Memory::tls), this::tls);
    BoundList<Rule, BoundList<HttpPath, Nothing>> rules =
        reading.list(spec, "rules", before.map(Memory::rules), this::rule);
    if (!spec.has("rules") && !spec.has(defaultKey)) {
      reportNoRoutes(resource, spec);
    }
    IngressSpec bound = new IngressSpec(className, defaultBackend, tls.values(), rules.values());
    return new Bound<>(new Ingress(apiVersion, meta, bound), new Memory(legacy, rules, tls));
  }

  private void reportNoRoutes(Fields resource, Fields spec) {
    if (!legacy && spec.has("backend")) {
      reading.error(
          spec.at("backend"), "backend is the name of v1beta1. Write defaultBackend instead.");
    } else if (spec.isPresent() || !resource.has("spec")) {
      reading.error(
          spec.at(), "The Ingress routes nothing. Add rules or a defaultBackend below spec.");
    }
  }

  private Bound<TlsEntry, Nothing> tls(
      Optional<YamlNode> node, Trail at, Optional<Nothing> before) {
    Fields entry = reading.fields(node, at);
    List<String> hosts =
        reading
            .list(
                entry,
                "hosts",
                Optional.empty(),
                (host, hostAt, _) ->
                    new Bound<>(
                        host.flatMap(h -> reading.text(h, hostAt, "text")).orElse(""),
                        Nothing.NOTHING))
            .values();
    return new Bound<>(new TlsEntry(hosts, reading.text(entry, "secretName")), Nothing.NOTHING);
  }

  private Bound<Rule, BoundList<HttpPath, Nothing>> rule(
      Optional<YamlNode> node, Trail at, Optional<BoundList<HttpPath, Nothing>> before) {
    Fields rule = reading.fields(node, at);
    Optional<String> host = reading.text(rule, "host").filter(h -> !h.isEmpty());
    Fields http = reading.fields(rule, "http");
    BoundList<HttpPath, Nothing> paths = reading.list(http, "paths", before, this::path);
    boolean hasPaths = http.get("paths").isPresent();
    if (http.isPresent() && (!hasPaths || isEmptyList(http))) {
      reading.error(http.at("paths"), "The rule has http but no paths. Add one, or remove http.");
    }
    return new Bound<>(new Rule(host, rule.has("http"), paths.values()), paths);
  }

  private static boolean isEmptyList(Fields http) {
    return http.get("paths").orElseThrow() instanceof YamlNode.Sequence list
        && list.items().isEmpty();
  }

  private Bound<HttpPath, Nothing> path(
      Optional<YamlNode> node, Trail at, Optional<Nothing> before) {
    Fields entry = reading.fields(node, at);
    Optional<String> path = reading.text(entry, "path");
    Optional<String> type = reading.text(entry, "pathType");
    Optional<Backend> backend = Optional.empty();
    if (entry.isPresent() || node.isEmpty() || Reading.isNull(node.get())) {
      reportPath(entry, path, type);
      Optional<YamlNode> written = entry.get("backend");
      Fields target = reading.fields(written, entry.at("backend"));
      if (target.isPresent() || written.isEmpty()) {
        backend = backends.bind(target);
      }
    }
    return new Bound<>(new HttpPath(path, type, backend), Nothing.NOTHING);
  }

  private void reportPath(Fields entry, Optional<String> path, Optional<String> type) {
    if (!legacy && !entry.has("pathType")) {
      reading.error(entry.at("pathType"), missingType(entry));
    }
    PathType known = type.map(PathType::of).orElse(PathType.ABSENT);
    if (known == PathType.UNKNOWN && !isMistyped(entry)) {
      reading.error(entry.at("pathType"), unknownType(type.orElseThrow()));
    }
    boolean needsPath = known == PathType.EXACT || known == PathType.PREFIX;
    String text = path.orElse("");
    if (text.isEmpty() ? needsPath && !hasWrongPath(entry) : !text.startsWith("/")) {
      reading.error(entry.at("path"), text.isEmpty() ? missingPath(known) : withoutSlash(text));
    }
  }

  private boolean isMistyped(Fields entry) {
    return !(entry.get("pathType").orElseThrow() instanceof YamlNode.Scalar scalar
        && KubeScalars.of(scalar) instanceof KubeValue.Text);
  }

  /** A path that is there, but a list or a mapping, is reported already. */
  private static boolean hasWrongPath(Fields entry) {
    return entry.get("path").filter(node -> !(node instanceof YamlNode.Scalar)).isPresent();
  }

  private static String missingPath(PathType type) {
    return "The path is missing, and pathType %s needs one. Write / for all paths."
        .formatted(type.text());
  }

  private static String withoutSlash(String path) {
    return "The path \"%s\" does not begin with a slash, so the API refuses it.".formatted(path)
        + (path.matches("[\\w./-]+") ? " Write \"/" + path + "\"." : "");
  }

  private static String missingType(Fields entry) {
    return entry
        .similar("pathType")
        .map(found -> "The field is called pathType, not %s.".formatted(found))
        .orElse("The pathType is missing. Write Exact, Prefix or ImplementationSpecific.");
  }

  private static String unknownType(String type) {
    List<String> known = new ArrayList<>();
    for (PathType candidate :
        List.of(PathType.EXACT, PathType.PREFIX, PathType.IMPLEMENTATION_SPECIFIC)) {
      if (candidate.text().equalsIgnoreCase(type.strip())) {
        return "The pathType is written %s, not \"%s\".".formatted(candidate.text(), type);
      }
      known.add(candidate.text());
    }
    return "The pathType \"%s\" does not exist. Write %s, %s or %s."
        .formatted(type, known.get(0), known.get(1), known.get(2));
  }
}
