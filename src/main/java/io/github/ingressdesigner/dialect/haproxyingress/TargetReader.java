package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.common.StringIndex;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the paths of one host from the rules that name it. */
final class TargetReader {
  /** An index that stands for the default backend. */
  static final int DEFAULT = -1;

  /** What the annotations of an Ingress say of all its paths. */
  record Common(
      Annotations annotations,
      String name,
      String namespace,
      List<HeaderTest> headers,
      Optional<String> redirect,
      Optional<String> pathType,
      Optional<String> rewrite,
      boolean ssl) {
    static Common of(Annotations annotations, boolean ssl) {
      ObjectMeta meta = annotations.ingress().meta();
      String name = meta.qualifiedName();
      String namespace = meta.namespaceOrDefault();
      if (meta.annotations().isEmpty()) {
        Optional<String> none = Optional.empty();
        return new Common(annotations, name, namespace, List.of(), none, none, none, ssl);
      }
      return new Common(
          annotations,
          name,
          namespace,
          List.copyOf(
              HeaderTest.of(
                  annotations.find("http-header-match"),
                  annotations.find("http-header-match-regex"))),
          annotations.find("redirect-to").filter(v -> !v.isEmpty()),
          annotations.find("path-type"),
          annotations.find("rewrite-target"),
          annotations.isOn("ssl-redirect", ssl));
    }
  }

  /**
   * A rule, or a default backend.
   *
   * @param rule index in its Ingress, or {@link #DEFAULT}
   * @param secure whether its Ingress lists the host for TLS
   */
  record Source(Common common, int rule, boolean secure) {
    List<HttpPath> paths() {
      return common.annotations.ingress().spec().rules().get(rule).paths();
    }

    Location at(int path) {
      return new Location(common.annotations.id(), FieldPath.path(rule, path));
    }
  }

  /** What the sources of a host say. */
  record Read(List<Target> targets, List<LeftOut> leftOut) {}

  private final ServiceLookup services;
  private final List<String> withoutRedirect;

  TargetReader(Resources resources, DialectConfig config) {
    this.services = ServiceLookup.of(resources);
    this.withoutRedirect =
        Stream.of(config.get("no-tls-redirect-locations", "/.well-known/acme-challenge").split(","))
            .map(String::strip)
            .filter(start -> !start.isEmpty())
            .toList();
  }

  /** Of equal paths the first one counts. */
  Read read(List<Source> sources) {
    int count = 0;
    for (Source source : sources) {
      count += source.rule == DEFAULT ? 1 : source.paths().size();
    }
    List<Target> targets = new ArrayList<>(count);
    List<LeftOut> leftOut = new ArrayList<>(0);
    StringIndex known = new StringIndex(count);
    for (Source source : sources) {
      Common common = source.common;
      if (source.rule == DEFAULT) {
        Ingress ingress = common.annotations.ingress();
        HttpPath path =
            new HttpPath(Optional.of("/"), Optional.empty(), ingress.spec().defaultBackend());
        Location at = new Location(common.annotations.id(), FieldPath.defaultBackend());
        Target target = target(source, path, at, MatchType.BEGIN, leftOut);
        add(target, known, targets, leftOut);
        continue;
      }
      List<HttpPath> paths = source.paths();
      for (int i = 0; i < paths.size(); i++) {
        HttpPath path = paths.get(i);
        MatchType match = MatchType.of(path, common.pathType);
        add(target(source, path, source.at(i), match, leftOut), known, targets, leftOut);
      }
    }
    return new Read(targets, leftOut);
  }

  /** Expressions count by their text. */
  private static void add(
      @Nullable Target target, StringIndex known, List<Target> targets, List<LeftOut> leftOut) {
    if (target == null) {
      return;
    }
    String key =
        target.headers().isEmpty() ? target.path() : target.path() + "\n" + target.headers();
    int hash = key.hashCode() ^ target.match().ordinal() * 0x5bd1e995;
    if (known.put(key, hash, targets.size()) != StringIndex.NONE) {
      leftOut.add(
          new LeftOut(
              target.at(),
              "The same host, path and type stand in an older Ingress or above; that one counts."));
      return;
    }
    targets.add(target);
  }

  /** Null where it is left out. */
  private @Nullable Target target(
      Source source, HttpPath path, Location at, MatchType match, List<LeftOut> leftOut) {
    Common common = source.common;
    String text = path.path().filter(p -> !p.isEmpty()).orElse("/");
    String namespace = common.namespace;
    Optional<Backend> backend = path.backend();
    boolean ready = backend.isEmpty() || !services.isWithoutEndpoints(namespace, backend.get());
    Optional<Backend> resolved =
        backend.isEmpty() ? Optional.empty() : resolve(namespace, backend.get());
    if (resolved.isEmpty() && common.redirect.isEmpty()) {
      leftOut.add(new LeftOut(at, missing(namespace, backend)));
      return null;
    }
    return new Target(
        common.annotations.ingress(),
        common.name,
        text,
        match,
        path.pathType().isEmpty() && path.path().equals(Optional.of("/"))
            ? PathType.PREFIX
            : path.type(),
        at,
        common.headers,
        resolved.orElse(new Backend.ServiceBackend(Optional.empty(), Optional.empty())),
        ready,
        source.secure && common.ssl && isRedirected(text),
        source.secure,
        common.redirect,
        common.rewrite.flatMap(
            value -> Rewrite.of(text, match, value, common.annotations.at("rewrite-target"))));
  }

  private boolean isRedirected(String path) {
    for (String start : withoutRedirect) {
      if (path.startsWith(start)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Backend> resolve(String namespace, Backend backend) {
    return backend instanceof Backend.ServiceBackend
            && services.findWithoutEndpoints(namespace, backend)
                instanceof ServiceLookup.Found.Ready(Backend found)
        ? Optional.of(found)
        : Optional.empty();
  }

  private String missing(String namespace, Optional<Backend> backend) {
    if (backend.isPresent()
        && services.findWithoutEndpoints(namespace, backend.get())
            instanceof ServiceLookup.Found.Unavailable(String reason)) {
      return reason + " The path is left out.";
    }
    return "It names no Service. The path is left out.";
  }
}
