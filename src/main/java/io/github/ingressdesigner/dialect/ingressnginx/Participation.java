package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which Ingresses are loaded (internal/ingress/controller/store/store.go, GetIngressClass and
 * syncIngress; internal/ingress/inspector/rules.go, CheckRegex).
 */
final class Participation {
  private static final List<Pattern> INSPECTED =
      List.of(
          Pattern.compile("(?s)alias.*;"),
          Pattern.compile("(?s)root.*;"),
          Pattern.compile("_by_lua"),
          Pattern.compile("/etc/(passwd|shadow|group|nginx|ingress-controller)"),
          Pattern.compile("/var/run/secrets"));

  private final DialectConfig config;
  private final Map<String, IngressClass> classes = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  Participation(Resources resources, DialectConfig config) {
    this.config = config;
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
    for (String word : config.get("annotation-value-word-blocklist", "").split(",")) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
  }

  /** Why an Ingress is not loaded; empty where it is. */
  Optional<String> refusal(Ingress ingress, Annotations annotations) {
    return foreign(ingress)
        .or(() -> catchAll(ingress))
        .or(() -> inspected(ingress))
        .or(
            () ->
                Validation.refusal(
                    annotations, config.get("annotations-risk-level", "High"), words));
  }

  private Optional<String> foreign(Ingress ingress) {
    Optional<String> field = ingress.spec().ingressClassName().filter(n -> !n.isEmpty());
    Optional<String> annotation =
        Optional.ofNullable(ingress.meta().annotations().get(IngressClassNames.ANNOTATION));
    String own = config.get("ingress-class", "nginx");
    if (field.isEmpty() && annotation.isPresent()) {
      return annotation.get().equals(own)
          ? Optional.empty()
          : Optional.of("Its class annotation is " + annotation.get() + ", not " + own + ".");
    }
    Optional<String> name = field.or(this::defaultClass);
    if (name.isEmpty()) {
      return classes.isEmpty() || config.isOn("watch-ingress-without-class", false)
          ? Optional.empty()
          : Optional.of("It names no class, and watch-ingress-without-class is off.");
    }
    return served(name.get(), own);
  }

  /** The API server writes the default class into an Ingress that names none. */
  private Optional<String> defaultClass() {
    return classes.values().stream()
        .filter(IngressClass::isDefault)
        .flatMap(c -> c.meta().name().stream())
        .findFirst();
  }

  private Optional<String> served(String name, String own) {
    String wanted = config.get("controller-class", "k8s.io/ingress-nginx");
    IngressClass document = classes.get(name);
    if (document == null) {
      return classes.isEmpty() && isUsual(name, own)
          ? Optional.empty()
          : Optional.of("There is no IngressClass " + name + " in the files.");
    }
    boolean byName = config.isOn("ingress-class-by-name", false) && name.equals(own);
    String controller = document.controller().orElse("");
    return byName || controller.equals(wanted)
        ? Optional.empty()
        : Optional.of(
            "IngressClass " + name + " belongs to " + controller + ", not to " + wanted + ".");
  }

  /** Files seldom bring their IngressClass along; a second controller is called after the first. */
  private static boolean isUsual(String name, String own) {
    return name.equals(own) || List.of(name.split("[^A-Za-z0-9]+")).contains("nginx");
  }

  private Optional<String> catchAll(Ingress ingress) {
    return config.isOn("disable-catch-all", false) && ingress.spec().defaultBackend().isPresent()
        ? Optional.of("It has a defaultBackend, and disable-catch-all is on.")
        : Optional.empty();
  }

  private Optional<String> inspected(Ingress ingress) {
    if (!config.isOn("deep-inspect", true)) {
      return Optional.empty();
    }
    for (Rule rule : ingress.spec().rules()) {
      if (isDangerous(rule.host())) {
        return dangerous(rule.host().orElse(""));
      }
      for (HttpPath path : rule.paths()) {
        if (isDangerous(path.path())) {
          return dangerous(path.path().orElse(""));
        }
      }
    }
    for (TlsEntry tls : ingress.spec().tls()) {
      for (String host : tls.hosts()) {
        if (isDangerous(Optional.of(host))) {
          return dangerous(host);
        }
      }
      if (isDangerous(tls.secretName())) {
        return dangerous(tls.secretName().orElse(""));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> dangerous(String text) {
    return Optional.of(
        "Deep inspection finds " + text + " dangerous, so the Ingress is not loaded.");
  }

  private static boolean isDangerous(Optional<String> text) {
    return text.isPresent()
        && isSuspect(text.get())
        && INSPECTED.stream().anyMatch(p -> p.matcher(text.get()).find());
  }

  /** Cheap, since every path of every Ingress is asked. */
  private static boolean isSuspect(String text) {
    int length = text.length();
    return text.indexOf(';') >= 0
        || text.indexOf('_') >= 0 && text.contains("_by_lua")
        || length >= "/etc/group".length() && text.contains("/etc/")
        || length >= "/var/run/secrets".length() && text.contains("/var/run/");
  }
}
