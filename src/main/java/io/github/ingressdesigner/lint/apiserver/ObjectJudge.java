package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges the objects of one document. */
final class ObjectJudge {
  private static final String BAD_REQUEST = "BadRequest";
  private static final int LOWEST_NODE_PORT = 30_000;
  private static final int HIGHEST_NODE_PORT = 32_767;

  private final LintDocument document;
  private final Features features;
  private final Optional<ServedKind> collection;
  private final Consumer<Report> out;
  private final Optional<ServerFixes> fixes;

  ObjectJudge(
      LintDocument document,
      Features features,
      Optional<ServedKind> collection,
      Consumer<Report> out) {
    this.document = document;
    this.features = features;
    this.collection = collection;
    this.out = out;
    Optional<YamlTree> tree = document.tree();
    this.fixes = tree.map(t -> new ServerFixes(document, t));
  }

  /**
   * @param refused whether the document is refused already, as its YAML is not strict: then the
   *     objects are not validated
   */
  void judgeAll(Json root, boolean refused) {
    if (!(root instanceof Json.Obj) && root.isPresent()) {
      notAnObject(root, -1);
      return;
    }
    String kind = root.text("kind");
    if (kind.endsWith("List") && root.get("items") instanceof Json.Arr(List<Json> items)) {
      if (items.isEmpty()) {
        report(
            ServerRules.NOTHING,
            -1,
            FieldPath.of("items"),
            "The list is empty, so kubectl refuses it: no objects passed to apply.",
            "NoObjects");
      }
      for (int i = 0; i < items.size(); i++) {
        judge(withTypeOf(root, items.get(i)), i, refused);
      }
      return;
    }
    if (root.isPresent() || collection.isPresent()) {
      judge(root, -1, refused);
    }
  }

  void judge(Json object, int item) {
    judge(object, item, false);
  }

  /** The entries of an {@code IngressList} need not say what they are. */
  private static Json withTypeOf(Json list, Json item) {
    String kind = list.text("kind");
    String of = kind.substring(0, kind.length() - "List".length());
    return of.isEmpty() || item.has("kind") || !(item instanceof Json.Obj)
        ? item
        : item.with("kind", new Json.Str(of)).with("apiVersion", list.get("apiVersion"));
  }

  private void judge(Json object, int item, boolean refused) {
    if (object.isPresent() && !(object instanceof Json.Obj)) {
      notAnObject(object, item);
      return;
    }
    // a file of another program is none of ours
    if (collection.isEmpty() && item < 0 && !Types.isOurs(object)) {
      return;
    }
    Optional<ServedKind> kind =
        object.has("apiVersion") || object.has("kind") || collection.isEmpty()
            ? new Types(features, (rule, field, message) -> type(rule, item, field, message))
                .of(object)
            : collection;
    if (kind.isEmpty()) {
      return;
    }
    Answer answer = Answer.ofCreate(kind.get(), object, features);
    answer.misfits().forEach(misfit -> misfit(kind.get(), misfit, item));
    if (refused) {
      return;
    }
    answer.namespace().ifPresent(name -> namespace(name, item));
    answer.causes().forEach(cause -> cause(cause, object, item));
    answer.warnings().forEach(text -> warning(kind.get(), text, object, item));
    if (!answer.isRefused()) {
      notes(kind.get(), object, item);
    }
  }

  /** A list may be of another program; an object in it was meant for kubectl. */
  private void notAnObject(Json value, int item) {
    boolean list = value instanceof Json.Arr;
    boolean foreign =
        collection.isEmpty() && item < 0 && list && value.items().stream().noneMatch(Types::isOurs);
    if (!foreign) {
      report(
          ServerRules.NOT_AN_OBJECT,
          item,
          FieldPath.ROOT,
          "This is %s, but kubectl and the API server take objects with apiVersion and kind."
              .formatted(list ? "a list" : "a single value"),
          BAD_REQUEST);
    }
  }

  private void type(LintRule rule, int item, String field, String message) {
    Location at = document.at(item, FieldPath.of(field));
    out.accept(
        Report.of(rule, at, message)
            .withReason(BAD_REQUEST)
            .withFix(fixes.flatMap(f -> f.ofType(at))));
  }

  private void misfit(ServedKind kind, Misfit misfit, int item) {
    Location at = document.at(item, misfit.field().at());
    boolean secret = kind == ServedKind.SECRET;
    Report report =
        switch (misfit) {
          case Misfit.Unknown(Field field, Schema.Struct type) -> {
            Optional<String> meant = Similar.to(field.name(), type.fields().keySet());
            yield Report.of(ServerRules.UNKNOWN, at, Wording.unknown(field, meant))
                .withReason("UnknownField")
                .onKey()
                .withFix(meant.flatMap(name -> fixes.flatMap(f -> f.rename(at, name))));
          }
          case Misfit.WrongType(Field field, Schema wanted, Json value) ->
              Report.of(ServerRules.TYPE, at, Wording.wrongType(field, wanted, value, secret))
                  .withReason("WrongType")
                  .withFix(fixes.flatMap(f -> f.retype(at, wanted, value)));
          case Misfit.Unreadable(Field field, Schema _, String message) ->
              Report.of(ServerRules.UNREADABLE, at, Wording.unreadable(field, message))
                  .withReason("ValueUnreadable");
        };
    out.accept(report.withField(misfit.field().toString()));
  }

  private void namespace(String name, int item) {
    report(
        ServerRules.NAMESPACE,
        item,
        FieldPath.of("metadata", "namespace"),
        "namespaces %s not found. No namespace can have this name.".formatted(GoText.quote(name)),
        "NotFound");
  }

  private void cause(Cause cause, Json object, int item) {
    Location at = document.at(item, cause.at().at());
    Report report =
        Report.of(cause.rule(), at, cause.message())
            .withField(cause.field())
            .withReason(cause.reason().word())
            .withFix(fixes.flatMap(f -> f.ofCause(cause, at, object)));
    out.accept(cause.onKey() ? report.onKey() : report);
  }

  private void warning(ServedKind kind, String text, Json object, int item) {
    if (text.startsWith(".metadata.ownerReferences")) {
      report(
          ServerRules.OWNERS_TWICE,
          item,
          FieldPath.of("metadata", "ownerReferences"),
          text,
          "Warning");
      return;
    }
    switch (kind) {
      case INGRESS -> {
        Location at =
            document.at(
                item, FieldPath.of("metadata", "annotations", IngressValidation.CLASS_ANNOTATION));
        out.accept(
            Report.of(ServerRules.CLASS_ANNOTATION, at, text)
                .withReason("Warning")
                .onKey()
                .withFix(fixes.flatMap(f -> f.classField(at, object))));
      }
      case SECRET -> report(ServerRules.SECRET_PAIR, item, FieldPath.of("type"), text, "Warning");
      case SERVICE -> {
        FieldPath path =
            text.startsWith("spec.")
                ? FieldPath.of("spec", text.substring(5).split("[^A-Za-z]", 2)[0])
                : FieldPath.of("metadata", "annotations");
        report(ServerRules.SERVICE_WARNING, item, path, text, "Warning");
      }
      case INGRESS_CLASS -> {}
    }
  }

  /** What the server does without a word, and what only a dry run accepts. */
  private void notes(ServedKind kind, Json object, int item) {
    Json meta = object.get("metadata");
    if (!kind.isNamespaced() && !meta.text("namespace").isEmpty()) {
      Location at = document.at(item, FieldPath.of("metadata", "namespace"));
      out.accept(
          Report.of(
                  ServerRules.NAMESPACE_DROPPED,
                  at,
                  "An %s has no namespace, so the API server drops this one without a word."
                      .formatted(kind.kind()))
              .withFix(fixes.flatMap(f -> f.remove(at, "Remove the namespace"))));
    }
    if (kind == ServedKind.SERVICE) {
      nodePorts(object.get("spec"), item);
    }
    if (!meta.text("resourceVersion").isEmpty()) {
      Location at = document.at(item, FieldPath.of("metadata", "resourceVersion"));
      out.accept(
          Report.of(
                  ServerRules.RESOURCE_VERSION,
                  at,
                  "resourceVersion should not be set on objects to be created: a dry run accepts"
                      + " it, creating the object fails.")
              .withFix(fixes.flatMap(f -> f.remove(at, "Remove resourceVersion"))));
    }
  }

  private void nodePorts(Json spec, int item) {
    String type = spec.text("type");
    List<Json> ports = spec.get("ports").items();
    for (int i = 0; i < ports.size(); i++) {
      long port = ports.get(i).number("nodePort");
      boolean given = type.equals("NodePort") || type.equals("LoadBalancer");
      if (given && port != 0 && (port < LOWEST_NODE_PORT || port > HIGHEST_NODE_PORT)) {
        report(
            ServerRules.NODE_PORT,
            item,
            FieldPath.of("spec", "ports", i, "nodePort"),
            "Creating the Service fails, though a dry run passes: the range of valid ports is %d-%d."
                .formatted(LOWEST_NODE_PORT, HIGHEST_NODE_PORT),
            "");
      }
    }
  }

  private void report(LintRule rule, int item, FieldPath path, String message, String reason) {
    out.accept(Report.of(rule, document.at(item, path), message).withReason(reason));
  }
}
