package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.common.ServiceLookup.Found;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.ControllerDefault;
import io.github.ingressdesigner.route.Outcome.Split;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled routes of the plain specification. */
public final class SpecTable implements RouteTable {
  private final List<IngressPart> parts;
  private final IngressClassNames classes;
  private final SpecLayout layout;
  private final ServiceLookup services;
  private @Nullable SpecDefaults defaults;
  private @Nullable List<HostTable> hosts;
  private @Nullable List<Effect> effects;

  SpecTable(
      List<IngressPart> parts,
      IngressClassNames classes,
      SpecLayout layout,
      ServiceLookup services) {
    this.parts = parts;
    this.classes = classes;
    this.layout = layout;
    this.services = services;
  }

  List<IngressPart> parts() {
    return parts;
  }

  IngressClassNames classes() {
    return classes;
  }

  SpecLayout layout() {
    return layout;
  }

  ServiceLookup services() {
    return services;
  }

  @Override
  public Outcome find(Request request) {
    HostEntry host = layout.find(request.host());
    if (host != null) {
      int candidate = host.paths.match(request.path());
      if (candidate != SpecPaths.NONE) {
        return answer(host, candidate, request);
      }
    }
    return fallback(host, request);
  }

  private Outcome answer(HostEntry host, int candidate, Request request) {
    Outcome first = pathAnswer(host, candidate, request);
    if (host.paths.twin(candidate) == SpecPaths.NONE) {
      return first;
    }
    List<Outcome> all = new ArrayList<>();
    for (int i = candidate; i != SpecPaths.NONE; i = host.paths.twin(i)) {
      all.add(pathAnswer(host, i, request));
    }
    return oneOf(all);
  }

  private Outcome pathAnswer(HostEntry host, int candidate, Request request) {
    IngressPart part = parts.get(host.ingressOf(candidate));
    Backend complete = host.paths.complete(candidate);
    return complete != null && services.isAssumed()
        ? reaches(part, complete, host.at(candidate), request)
        : answer(part, host.paths.get(candidate).backend(), host.at(candidate), request);
  }

  private Outcome fallback(@Nullable HostEntry host, Request request) {
    List<Outcome> all = new ArrayList<>(1);
    for (IngressPart part : defaults().chosen(host)) {
      Optional<Backend> backend = part.ingress.spec().defaultBackend();
      all.add(answer(part, backend, part.defaultBackendAt(), request));
    }
    return all.isEmpty() ? new ControllerDefault(404) : oneOf(all);
  }

  private Outcome answer(
      IngressPart part, Optional<Backend> backend, Location at, Request request) {
    if (backend.isEmpty()) {
      return new Status(503, Optional.of(at));
    }
    String namespace = part.ingress.meta().namespaceOrDefault();
    return switch (services.find(namespace, backend.get())) {
      case Found.Ready ready -> reaches(part, ready.backend(), at, request);
      case Found.Unavailable _ -> new Status(503, Optional.of(at));
    };
  }

  private static Outcome reaches(IngressPart part, Backend backend, Location at, Request request) {
    return new ToBackend(
        backend, Optional.of(part.name), Optional.of(at), request.target(), Optional.empty());
  }

  /** Nothing decides between these; the same backend twice is no question. */
  private static Outcome oneOf(List<Outcome> all) {
    Set<String> seen = new HashSet<>();
    List<Split.Option> options = new ArrayList<>();
    for (Outcome outcome : all) {
      if (seen.add(target(outcome))) {
        options.add(new Split.Option(outcome, Optional.empty()));
      }
    }
    return options.size() == 1 ? options.getFirst().outcome() : new Split(options);
  }

  private static String target(Outcome outcome) {
    return outcome instanceof ToBackend(Backend backend, Optional<String> owner, _, _, _)
        ? owner.map(name -> name.substring(0, name.indexOf('/'))).orElse("") + backend.display()
        : "";
  }

  SpecDefaults defaults() {
    SpecDefaults known = defaults;
    if (known == null) {
      known = new SpecDefaults(parts, layout.isServed());
      defaults = known;
    }
    return known;
  }

  @Override
  public Decision explain(Request request) {
    return new SpecExplainer(this, request).explain();
  }

  @Override
  public List<HostTable> hosts() {
    List<HostTable> known = hosts;
    if (known == null) {
      known = layout.served().stream().map(HostEntry::shown).toList();
      hosts = known;
    }
    return known;
  }

  @Override
  public List<LeftOut> leftOut() {
    return layout.leftOut();
  }

  @Override
  public List<Effect> effects() {
    List<Effect> known = effects;
    if (known == null) {
      known = new ArrayList<>();
      for (IngressPart part : parts) {
        known.addAll(ForeignAnnotations.of(part.ingress.meta(), part.id));
      }
      known = List.copyOf(known);
      effects = known;
    }
    return known;
  }
}
