package io.github.ingressdesigner.lint.common;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.Family;
import io.github.ingressdesigner.dialect.ControllerChoice;
import io.github.ingressdesigner.dialect.ForeignControllers;
import io.github.ingressdesigner.dialect.ForeignDialect;
import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Ingresses the chosen controller is meant for. One whose class stands for another controller
 * is no business of the chosen one, and what only the chosen one minds is no problem there.
 */
public final class Audience {
  private static final String NGINX_OF_TRAEFIK = "traefik-nginx";

  private final Dialect dialect;
  private final List<Located> classes;

  private Audience(Dialect dialect, List<Located> classes) {
    this.dialect = dialect;
    this.classes = classes;
  }

  public static Audience of(LintContext context) {
    return new Audience(
        context.dialect(),
        context.resources().all().stream()
            .filter(l -> l.resource() instanceof IngressClass)
            .toList());
  }

  /** The Ingresses of the files that the chosen controller is meant for. */
  public List<Located> ingresses(LintContext context) {
    return context.resources().ingresses().filter(l -> contains((Ingress) l.resource())).toList();
  }

  /** Whether nothing says that another controller serves it. */
  public boolean contains(Ingress ingress) {
    if (dialect.id().equals("kubernetes-spec")) {
      return true;
    }
    Optional<ControllerChoice> told = toldByClass(ingress);
    if (told.isEmpty()) {
      return true;
    }
    String id = told.get().dialect().id();
    Set<String> shared = told.get().dialect().claims().classes();
    return id.equals(dialect.id())
        || told.get().foreign().isEmpty()
            && !Collections.disjoint(shared, dialect.claims().classes())
        || dialect.id().equals(NGINX_OF_TRAEFIK) && id.equals("ingress-nginx")
        || servesByName(ingress);
  }

  private boolean servesByName(Ingress ingress) {
    Optional<String> own =
        List.of("ingress-class", "ingressClass", "ingress-class-name").stream()
            .flatMap(key -> dialect.config().find(key).stream())
            .findFirst();
    return own.isPresent() && own.equals(IngressClassNames.named(ingress));
  }

  /** What class and IngressClass documents tell, annotations of controllers left aside. */
  public Optional<ControllerChoice> toldByClass(Ingress ingress) {
    String old = ingress.meta().annotations().get(IngressClassNames.ANNOTATION);
    ObjectMeta meta =
        new ObjectMeta(
            ingress.meta().name(),
            ingress.meta().namespace(),
            Map.of(),
            old == null ? Map.of() : Map.of(IngressClassNames.ANNOTATION, old),
            Optional.empty());
    boolean named = IngressClassNames.named(ingress).isPresent();
    boolean byDefault = classes.stream().anyMatch(l -> ((IngressClass) l.resource()).isDefault());
    if (!named && !byDefault) {
      return Optional.empty();
    }
    List<Located> all = new ArrayList<>(classes);
    all.add(
        new Located(
            new io.github.ingressdesigner.model.ResourceId(
                new io.github.ingressdesigner.model.FileId(""),
                new io.github.ingressdesigner.model.DocumentId(-1),
                -1),
            new Ingress(ingress.apiVersion(), meta, ingress.spec())));
    ControllerChoice choice = ControllerChoice.of(new Resources(all));
    return choice.told() ? Optional.of(choice) : Optional.empty();
  }

  /** Whether a controller serves it that is not modelled, as far as the files tell. */
  public boolean isForeign(Ingress ingress) {
    return dialect instanceof ForeignDialect
        || toldByClass(ingress).flatMap(ControllerChoice::foreign).isPresent()
        || ingress.meta().annotations().keySet().stream()
            .anyMatch(key -> ForeignControllers.byAnnotation(key).isPresent());
  }

  /** The annotations of the chosen controller; empty where it has none that we know. */
  public static Optional<Family> family(Dialect dialect) {
    String id = dialect.id().equals(NGINX_OF_TRAEFIK) ? "ingress-nginx" : dialect.id();
    return AnnotationCatalog.standard().family(id);
  }

  /** Whether the chosen controller reads the annotations of ingress-nginx. */
  public static boolean readsNginx(Dialect dialect) {
    return dialect.id().equals("ingress-nginx") || dialect.id().equals(NGINX_OF_TRAEFIK);
  }
}
