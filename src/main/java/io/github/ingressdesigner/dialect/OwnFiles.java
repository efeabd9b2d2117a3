package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files as if they had been written for a controller: every Ingress names its class, and
 * IngressClass documents do not count. So one set of files can be asked of all controllers.
 */
public final class OwnFiles {
  private static final Set<String> CLASS_SETTINGS =
      Set.of("ingress-class", "ingressClass", "ingress-class-name");

  private OwnFiles() {}

  /** Total; rules, annotations and places stay as they are. */
  public static Resources of(Resources resources, Dialect dialect) {
    Optional<String> name = name(dialect);
    List<Located> all = new ArrayList<>();
    for (Located located : resources.all()) {
      if (located.resource() instanceof Ingress ingress) {
        all.add(new Located(located.id(), own(ingress, name)));
      } else if (!(located.resource() instanceof IngressClass)) {
        all.add(located);
      }
    }
    return new Resources(all);
  }

  /** The class that it is configured to serve, else the one that it usually has. */
  private static Optional<String> name(Dialect dialect) {
    return dialect.settings().stream()
        .filter(setting -> CLASS_SETTINGS.contains(setting.key()))
        .map(setting -> dialect.config().get(setting.key(), setting.initial()))
        .filter(value -> !value.isEmpty())
        .map(value -> value.split(",")[0].strip())
        .findFirst()
        .or(() -> dialect.claims().classes().stream().sorted().findFirst());
  }

  private static Ingress own(Ingress ingress, Optional<String> name) {
    IngressSpec spec = ingress.spec();
    ObjectMeta meta = ingress.meta();
    Map<String, String> annotations = new LinkedHashMap<>(meta.annotations());
    annotations.keySet().removeIf(OwnFiles::namesClass);
    return new Ingress(
        ingress.apiVersion(),
        new ObjectMeta(
            meta.name(),
            meta.namespace(),
            meta.labels(),
            annotations,
            meta.creationTimestamp(),
            meta.uid()),
        new IngressSpec(name, spec.defaultBackend(), spec.tls(), spec.rules()));
  }

  private static boolean namesClass(String annotation) {
    return annotation.equals(IngressClassNames.ANNOTATION)
        || annotation.equals("projectcontour.io/ingress.class")
        || annotation.equals("haproxy.org/ingress.class");
  }
}
