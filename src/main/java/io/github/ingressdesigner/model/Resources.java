package io.github.ingressdesigner.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All resources of a snapshot in the order of files and text. */
public record Resources(List<Located> all) {
  public static final Resources NONE = new Resources(List.of());

  /** A resource and its identity. */
  public record Located(ResourceId id, Resource resource) {}

  public Resources {
    all = List.copyOf(all);
  }

  public Optional<Resource> find(ResourceId id) {
    return all.stream().filter(l -> l.id().equals(id)).map(Located::resource).findFirst();
  }

  public Optional<Ingress> findIngress(ResourceId id) {
    return find(id).filter(Ingress.class::isInstance).map(Ingress.class::cast);
  }

  public Stream<Located> ingresses() {
    return all.stream().filter(l -> l.resource() instanceof Ingress);
  }

  public Stream<Service> services() {
    return all.stream()
        .map(Located::resource)
        .filter(Service.class::isInstance)
        .map(Service.class::cast);
  }

  public Stream<IngressClass> ingressClasses() {
    return all.stream()
        .map(Located::resource)
        .filter(IngressClass.class::isInstance)
        .map(IngressClass.class::cast);
  }
}
