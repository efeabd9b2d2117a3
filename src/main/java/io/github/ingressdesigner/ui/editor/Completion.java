package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could be written at the caret: keys by position, values by what the open files hold. */
final class Completion {
  private static final String DEFAULT_BACKEND = "spec.defaultBackend";
  private static final String ANNOTATIONS = "metadata.annotations";
  private static final String PATH = "spec.rules[].http.paths[]";

  private final SourceText text;
  private final Resources resources;
  private final YamlPosition position;
  private final AnnotationValues annotations;

  /** What a proposal is. */
  enum Kind {
    FIELD,
    VALUE,
    SERVICE,
    SECRET,
    HOST,
    ANNOTATION
  }

  /**
   * One thing that could be written.
   *
   * @param insert what is written instead of the word at the caret
   * @param detail beside the label: the hosts of a Secret, the ports of a Service
   * @param note a sentence about it
   */
  record Proposal(Kind kind, String label, String insert, String detail, String note) {}

  /** Proposals and the word that they replace. */
  record Result(TextRange replace, List<Proposal> proposals) {
    static final Result NONE = new Result(TextRange.at(0), List.of());

    Result {
      proposals = List.copyOf(proposals);
    }
  }

  private Completion(SourceText text, Resources resources, Dialect dialect, YamlPosition position) {
    this.text = text;
    this.resources = resources;
    this.position = position;
    annotations = new AnnotationValues(AnnotationCatalog.standard(), dialect, resources);
  }

  /**
   * Proposals at an offset; none where the position is not understood.
   *
   * @param dialect whose annotations are proposed
   */
  static Result at(SourceText text, int offset, Resources resources, Dialect dialect) {
    return YamlPosition.at(text, offset)
        .filter(
            position ->
                position.path().equals(ANNOTATIONS)
                    || position.kind().map("Ingress"::equals).orElse(true))
        .map(position -> new Completion(text, resources, dialect, position).result())
        .orElse(Result.NONE);
  }

  private Result result() {
    List<Proposal> all = position.key().isPresent() ? values(position.key().get()) : keysOrItems();
    String typed = position.typed().toLowerCase(Locale.ROOT);
    List<Proposal> begin = new ArrayList<>();
    List<Proposal> within = new ArrayList<>();
    for (Proposal proposal : all) {
      String label = proposal.label().toLowerCase(Locale.ROOT);
      if (label.startsWith(typed)) {
        begin.add(proposal);
      } else if (label.contains(typed)) {
        within.add(proposal);
      }
    }
    begin.addAll(within);
    return new Result(position.replace(), begin);
  }

  private List<Proposal> keysOrItems() {
    if (position.path().equals(ANNOTATIONS)) {
      return annotations.keys(position.kind().orElse("Ingress"), position.siblings());
    }
    if (position.path().equals("spec.tls[].hosts[]")) {
      return hosts();
    }
    String inner = " ".repeat(position.column() + Indenter.step(text));
    return IngressFields.at(position.path()).stream()
        .filter(field -> !position.siblings().contains(field.name()))
        .filter(field -> !excluded(field.name()))
        .map(
            field -> {
              String insert =
                  field.name()
                      + switch (field.shape()) {
                        case SCALAR -> ": ";
                        case MAPPING -> ":\n" + inner;
                        case LIST -> ":\n" + inner + "- ";
                      };
              String at = position.path().isEmpty() ? field.name() : field(field.name());
              return new Proposal(Kind.FIELD, field.name(), insert, "", note(at));
            })
        .toList();
  }

  /** A service excludes a resource, and a port's number its name. */
  private boolean excluded(String name) {
    Set<String> siblings = position.siblings();
    return switch (name) {
      case "resource" -> siblings.contains("service");
      case "service" -> siblings.contains("resource");
      case "number" -> siblings.contains("name");
      case "name" -> position.path().endsWith("port") && siblings.contains("number");
      default -> false;
    };
  }

  private String field(String name) {
    return position.path().replace(DEFAULT_BACKEND, PATH + ".backend") + "." + name;
  }

  /** What a key of a mapping of an Ingress means; empty where nothing is known of it. */
  static Optional<String> note(String path, String key) {
    boolean known = IngressFields.at(path).stream().anyMatch(field -> field.name().equals(key));
    String at = path.isEmpty() ? key : path.replace(DEFAULT_BACKEND, PATH + ".backend") + "." + key;
    return known ? Optional.of(note(at)) : Optional.empty();
  }

  private static String note(String field) {
    return Messages.text("editor.field." + field.replace("[]", ""));
  }

  private List<Proposal> values(String key) {
    if (position.path().equals(ANNOTATIONS)) {
      return annotations.values(key, isQuoted());
    }
    String at = position.path().isEmpty() ? key : field(key);
    return switch (at) {
      case "apiVersion" -> List.of(value("networking.k8s.io/v1", note(at)));
      case "kind" -> List.of(value("Ingress", note(at)));
      case PATH + ".pathType" ->
          List.of(
              value("Prefix", Messages.text("editor.value.prefix")),
              value("Exact", Messages.text("editor.value.exact")),
              value(
                  "ImplementationSpecific", Messages.text("editor.value.implementationSpecific")));
      case PATH + ".backend.service.name" -> services();
      case PATH + ".backend.service.port.number" -> ports(true);
      case PATH + ".backend.service.port.name" -> ports(false);
      case "spec.ingressClassName" -> classes();
      case "spec.tls[].secretName" -> secrets();
      case "spec.tls[].hosts", "spec.rules[].host" -> hosts();
      default -> List.of();
    };
  }

  private static Proposal value(String value, String note) {
    return new Proposal(Kind.VALUE, value, value, "", note);
  }

  private List<Proposal> services() {
    return resources
        .services()
        .filter(s -> s.meta().namespaceOrDefault().equals(position.namespace()))
        .filter(s -> s.meta().name().isPresent())
        .map(
            s -> {
              String name = s.meta().name().get();
              String ports =
                  s.ports().stream().map(Completion::portText).collect(Collectors.joining(", "));
              String note = Messages.text("editor.value.service", position.namespace());
              return new Proposal(Kind.SERVICE, name, name, ports, note);
            })
        .distinct()
        .toList();
  }

  private static String portText(Service.ServicePort port) {
    String number = port.port().map(String::valueOf).orElse("?");
    return port.name().map(name -> name + " " + number).orElse(number);
  }

  private List<Proposal> ports(boolean numbers) {
    Optional<String> service = serviceName();
    Set<Proposal> proposals = new LinkedHashSet<>();
    resources
        .services()
        .filter(s -> s.meta().namespaceOrDefault().equals(position.namespace()))
        .filter(s -> service.isEmpty() || s.meta().name().equals(service))
        .forEach(
            s -> {
              String name = s.meta().name().orElse("");
              for (Service.ServicePort port : s.ports()) {
                Optional<String> value = numbers ? port.port().map(String::valueOf) : port.name();
                String note = Messages.text("editor.value.port", name);
                value.ifPresent(
                    v ->
                        proposals.add(
                            new Proposal(Kind.SERVICE, v, v, service.isEmpty() ? name : "", note)));
              }
            });
    return List.copyOf(proposals);
  }

  /** The name beside the port that is being written: a few lines above or below. */
  private Optional<String> serviceName() {
    int line = text.lines().lineOf(position.replace().start());
    int parent = Blocks.parent(text, line).orElse(line);
    int service = Blocks.parent(text, parent).orElse(parent);
    return Blocks.ofKey(text, service)
        .map(block -> names(block, Blocks.keyColumn(text, parent)))
        .flatMap(list -> list.stream().findFirst());
  }

  private List<String> names(Blocks.Block block, int column) {
    List<String> names = new ArrayList<>();
    for (int i = block.header() + 1; i <= block.last(); i++) {
      String string = LexWindow.line(text, i).stripTrailing();
      if (Blocks.keyColumn(text, i) == column && string.strip().startsWith("name: ")) {
        names.add(string.strip().substring("name: ".length()).replaceAll("^['\"]|['\"]$", ""));
      }
    }
    return names;
  }

  private List<Proposal> classes() {
    Set<String> names = new LinkedHashSet<>();
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(names::add));
    Map<String, String> controllers =
        resources
            .ingressClasses()
            .filter(c -> c.meta().name().isPresent())
            .collect(
                Collectors.toMap(
                    c -> c.meta().name().get(),
                    (IngressClass c) -> c.controller().orElse(""),
                    (a, b) -> b));
    ingresses().forEach(i -> i.spec().ingressClassName().ifPresent(names::add));
    return names.stream()
        .map(
            name ->
                new Proposal(
                    Kind.VALUE,
                    name,
                    name,
                    controllers.getOrDefault(name, ""),
                    Messages.text(
                        controllers.containsKey(name)
                            ? "editor.value.class"
                            : "editor.value.classNamed")))
        .toList();
  }

  private List<Proposal> secrets() {
    Map<String, Set<String>> hostsOf = new LinkedHashMap<>();
    Set<String> open = new LinkedHashSet<>();
    resources.all().stream()
        .map(Resources.Located::resource)
        .filter(Secret.class::isInstance)
        .filter(s -> s.meta().namespaceOrDefault().equals(position.namespace()))
        .forEach(s -> s.meta().name().ifPresent(open::add));
    open.forEach(name -> hostsOf.put(name, new LinkedHashSet<>()));
    ingresses()
        .filter(i -> i.meta().namespaceOrDefault().equals(position.namespace()))
        .flatMap(i -> i.spec().tls().stream())
        .forEach(entry -> entry.secretName().ifPresent(name -> add(hostsOf, name, entry)));
    List<Proposal> proposals = new ArrayList<>();
    hostsOf.forEach(
        (name, hosts) ->
            proposals.add(
                new Proposal(
                    Kind.SECRET,
                    name,
                    name,
                    String.join(", ", hosts),
                    Messages.text(
                        open.contains(name) ? "editor.value.secret" : "editor.value.secretNamed",
                        position.namespace()))));
    return proposals;
  }

  private static void add(Map<String, Set<String>> hostsOf, String name, TlsEntry entry) {
    hostsOf.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(entry.hosts());
  }

  private List<Proposal> hosts() {
    Set<String> hosts = new LinkedHashSet<>();
    ingresses()
        .forEach(
            i -> {
              i.spec().rules().forEach(rule -> rule.host().ifPresent(hosts::add));
              i.spec().tls().forEach(entry -> hosts.addAll(entry.hosts()));
            });
    return hosts.stream()
        .map(
            host ->
                new Proposal(
                    Kind.HOST,
                    host,
                    host.startsWith("*") && !isQuoted() ? "'" + host + "'" : host,
                    "",
                    Messages.text("editor.value.host")))
        .toList();
  }

  private boolean isQuoted() {
    int before = position.replace().start() - 1;
    return before >= 0 && "'\"".indexOf(text.string().charAt(before)) >= 0;
  }

  private Stream<Ingress> ingresses() {
    return resources.ingresses().map(Resources.Located::resource).map(Ingress.class::cast);
  }
}
