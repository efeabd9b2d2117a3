package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AppModel;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the forms know of the files, and where their work goes.
 *
 * @param background for what takes longer than a frame
 * @param ui the JavaFX thread, soon
 */
record Context(AppModel model, Executor background, Executor ui) {
  Resources resources() {
    return model.snapshot().resources();
  }

  Dialect dialect() {
    return model.feed().dialect();
  }

  void perform(Intent intent) {
    model.actions().perform(intent);
  }

  /** Names of Services of a namespace, those that Ingresses name too. */
  List<String> services(String namespace) {
    TreeSet<String> names = new TreeSet<>();
    servicesOf(namespace).forEach(s -> s.meta().name().ifPresent(names::add));
    ingresses(namespace)
        .flatMap(i -> i.spec().rules().stream())
        .flatMap(rule -> rule.paths().stream())
        .flatMap(path -> path.backend().stream())
        .forEach(backend -> Backends.service(backend).ifPresent(names::add));
    return List.copyOf(names);
  }

  private Stream<Service> servicesOf(String namespace) {
    return resources().services().filter(s -> s.meta().namespaceOrDefault().equals(namespace));
  }

  Optional<Service> service(String namespace, String name) {
    return servicesOf(namespace).filter(s -> s.meta().name().equals(Optional.of(name))).findFirst();
  }

  /** Ports of a Service by number and by name, as far as it is in the open files. */
  List<String> ports(String namespace, String service) {
    return service(namespace, service).stream()
        .flatMap(s -> s.ports().stream())
        .flatMap(
            port -> Stream.concat(port.port().map(String::valueOf).stream(), port.name().stream()))
        .distinct()
        .toList();
  }

  List<String> classes() {
    return Stream.concat(
            resources().ingressClasses().flatMap((IngressClass c) -> c.meta().name().stream()),
            resources()
                .ingresses()
                .map(l -> (Ingress) l.resource())
                .flatMap(i -> i.spec().ingressClassName().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  List<String> secrets(String namespace) {
    return Stream.concat(
            resources().all().stream()
                .map(Resources.Located::resource)
                .filter(Secret.class::isInstance)
                .filter(s -> s.meta().namespaceOrDefault().equals(namespace))
                .flatMap(s -> s.meta().name().stream()),
            ingresses(namespace)
                .flatMap(i -> i.spec().tls().stream())
                .flatMap(entry -> entry.secretName().stream()))
        .distinct()
        .sorted()
        .collect(Collectors.toUnmodifiableList());
  }

  private Stream<Ingress> ingresses(String namespace) {
    return resources()
        .ingresses()
        .map(l -> (Ingress) l.resource())
        .filter(i -> i.meta().namespaceOrDefault().equals(namespace));
  }
}
