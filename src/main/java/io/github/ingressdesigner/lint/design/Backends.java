package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.Nearest;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.BackendAt;
import io.github.ingressdesigner.lint.common.TextChange;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.Service.ServicePort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The Services behind the paths: whether they are there, with that port, and of a fit type. */
final class Backends implements WorkspaceCheck {
  static final LintRule MISSING =
      LintRule.design(
          "service-missing",
          Severity.WARNING,
          "A Service is not among the files",
          "The files hold Services of this namespace, but not this one. Depending on the controller"
              + " the path answers 503, or is left out as if it were not there.",
          "backends");

  static final LintRule NAMESPACE =
      LintRule.design(
          "service-other-namespace",
          Severity.WARNING,
          "A Service is in another namespace",
          "An Ingress can only lead to Services of its own namespace.",
          "backends");

  static final LintRule PORT =
      LintRule.design(
          "service-port-missing",
          Severity.WARNING,
          "A Service has no such port",
          "The number or name must be one of the Service's ports, not of the container.",
          "backends");

  static final LintRule TARGET =
      LintRule.design(
          "service-port-target",
          Severity.WARNING,
          "The port is that of the container, not of the Service",
          "A rule names a port of the Service. The Service sends it on to its targetPort by itself."
              + " Only ingress-nginx also looks among the target ports.",
          "backends");

  static final LintRule EXTERNAL =
      LintRule.design(
          "service-outside",
          Severity.WARNING,
          "A path leads to an ExternalName",
          "Traefik and Contour refuse such Services by default, and others resolve the name at"
              + " other times than you expect. The Host header that arrives there is that of the"
              + " client.",
          "backends");

  static final LintRule LOAD_BALANCER =
      LintRule.design(
          "service-load-balancer",
          Severity.WARNING,
          "A routed Service has a load balancer of its own",
          "The Ingress already leads to it. Type LoadBalancer makes the cloud build, and bill, a"
              + " second way in, past the TLS and the rules of the Ingress. ClusterIP is enough.",
          "backends");

  static final LintRule NODE_PORT =
      LintRule.design(
              "service-node-port",
              Severity.INFO,
              "A routed Service is open on every node",
              "Type NodePort opens a port on every node, past the TLS and the rules of the Ingress."
                  + " ClusterIP is enough, unless the controller of your cloud needs node ports.",
              "backends")
          .offByDefault();

  /** A word of the AWS controller for a port that an annotation describes. */
  private static final String BY_ANNOTATION = "use-annotation";

  @Override
  public List<LintRule> rules() {
    return List.of(MISSING, NAMESPACE, PORT, TARGET, EXTERNAL, LOAD_BALANCER, NODE_PORT);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Map<String, Located> services = new HashMap<>();
    Set<String> namespaces = new HashSet<>();
    for (Located located : context.resources().all()) {
      if (located.resource() instanceof Service service) {
        services.put(service.meta().qualifiedName(), located);
        namespaces.add(service.meta().namespaceOrDefault());
      }
    }
    if (services.isEmpty()) {
      return;
    }
    Set<String> judged = new HashSet<>();
    for (Located located : context.resources().ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      for (BackendAt backend : BackendAt.of(located)) {
        String name = backend.service().name().orElse("");
        boolean annotated =
            backend.service().port().filter(new Port.Name(BY_ANNOTATION)::equals).isPresent();
        if (name.isEmpty() || annotated) {
          continue;
        }
        String namespace = ingress.meta().namespaceOrDefault();
        Located found = services.get(namespace + "/" + name);
        if (found == null) {
          missing(backend, name, namespace, services, namespaces).ifPresent(out);
        } else {
          Service service = (Service) found.resource();
          port(context, backend, service).ifPresent(out);
          if (service.type().filter("ExternalName"::equals).isPresent()) {
            out.accept(external(backend, service));
          }
          if (judged.add(namespace + "/" + name)) {
            type(context, found, service, out);
          }
        }
      }
    }
  }

  private static Optional<Report> missing(
      BackendAt backend,
      String name,
      String namespace,
      Map<String, Located> services,
      Set<String> namespaces) {
    List<String> elsewhere =
        services.values().stream()
            .map(Located::resource)
            .filter(s -> s.meta().name().filter(name::equals).isPresent())
            .map(s -> s.meta().namespaceOrDefault())
            .toList();
    if (!elsewhere.isEmpty()) {
      return Optional.of(
          Report.of(
              NAMESPACE,
              backend.nameAt(),
              "The Service %s is in the namespace %s; this Ingress can only lead to Services of %s."
                  .formatted(name, elsewhere.getFirst(), namespace)));
    }
    if (!namespaces.contains(namespace)) {
      return Optional.empty();
    }
    List<String> candidates =
        services.values().stream()
            .map(Located::resource)
            .filter(s -> s.meta().namespaceOrDefault().equals(namespace))
            .flatMap(s -> s.meta().name().stream())
            .toList();
    return Optional.of(
        Report.of(
                MISSING,
                backend.nameAt(),
                "There is no Service %s in the namespace %s.".formatted(name, namespace))
            .withFix(
                Nearest.to(name, candidates)
                    .map(
                        n ->
                            Fix.intent(
                                "Write " + n,
                                new Intent.SetBackend(
                                    backend.owner(),
                                    new ServiceBackend(
                                        Optional.of(n), backend.service().port()))))));
  }

  private static Optional<Report> port(LintContext context, BackendAt backend, Service service) {
    Optional<Port> wanted = backend.service().port();
    if (wanted.isEmpty() || service.ports().isEmpty() || service.hasPort(wanted.get())) {
      return Optional.empty();
    }
    Optional<ServicePort> target =
        service.ports().stream()
            .filter(p -> p.targetPort().filter(wanted.get().display()::equals).isPresent())
            .findFirst();
    String name = service.meta().name().orElse("");
    if (target.isPresent()) {
      boolean works = context.dialect().id().equals("ingress-nginx");
      Report report =
          Report.of(
                  TARGET,
                  backend.portAt(),
                  "%s is the target port of %s; the port of the Service is %s."
                      .formatted(wanted.get().display(), name, shown(target.get())))
              .onKey()
              .withFix(set(backend, target.get(), wanted.get()));
      return Optional.of(works ? report.withSeverity(Severity.INFO) : report);
    }
    String all =
        String.join(", ", service.ports().stream().map(Backends::shown).distinct().toList());
    Report report =
        Report.of(
                PORT,
                backend.portAt(),
                "The Service %s has no port %s; it has %s."
                    .formatted(name, wanted.get().display(), all))
            .onKey();
    return Optional.of(
        service.ports().size() == 1
            ? report.withFix(set(backend, service.ports().getFirst(), wanted.get()))
            : report);
  }

  private static String shown(ServicePort port) {
    String number = port.port().map(String::valueOf).orElse("");
    return port.name().map(n -> n + (number.isEmpty() ? "" : " (" + number + ")")).orElse(number);
  }

  /** By name where a name was meant and there is one, else by number. */
  private static Optional<Fix> set(BackendAt backend, ServicePort port, Port wanted) {
    Optional<Port> right =
        wanted instanceof Port.Name && port.name().isPresent()
            ? port.name().map(Port.Name::new)
            : port.port().map(Port.Number::new);
    return right.map(
        p ->
            Fix.intent(
                "Write port " + p.display(),
                new Intent.SetBackend(
                    backend.owner(),
                    new ServiceBackend(backend.service().name(), Optional.of(p)))));
  }

  private static Report external(BackendAt backend, Service service) {
    return Report.of(
        EXTERNAL,
        backend.nameAt(),
        "The Service %s only stands for the name %s outside of the cluster."
            .formatted(service.meta().name().orElse(""), service.externalName().orElse("(none)")));
  }

  private static void type(
      LintContext context, Located located, Service service, Consumer<Report> out) {
    Location at = new Location(located.id(), FieldPath.of("spec", "type"));
    String type = service.type().orElse("");
    if (!type.equals("LoadBalancer") && !type.equals("NodePort")) {
      return;
    }
    out.accept(
        Report.of(
                type.equals("NodePort") ? NODE_PORT : LOAD_BALANCER,
                at,
                "The Service %s is routed by an Ingress and has the type %s beside that."
                    .formatted(service.meta().name().orElse(""), type))
            .withFix(
                TextChange.at(context, at)
                    .flatMap(change -> change.replace("ClusterIP"))
                    .map(edits -> Fix.edits("Write ClusterIP", edits))));
  }
}
