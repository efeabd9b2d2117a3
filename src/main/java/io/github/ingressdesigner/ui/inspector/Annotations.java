package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.ui.common.AnnotationChoice;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The annotations of an object: each value a field of its type, with what the key means. */
final class Annotations {
  private final Context context;
  private final AnnotationCatalog catalog = AnnotationCatalog.standard();
  private final VBox rows = new VBox();
  private final Choice add;
  private final VBox node;
  private final Map<String, Row> shown = new LinkedHashMap<>();
  private ResourceId resource;
  private String kind = "Ingress";
  private Optional<String> wanted = Optional.empty();

  Annotations(Context context, ResourceId resource) {
    this.context = context;
    this.resource = resource;
    Label head = new Label(Messages.text("inspector.annotations"));
    head.getStyleClass().add("inspector-head");
    rows.getStyleClass().add("inspector-annotations");
    add =
        new Choice(
            Messages.text("inspector.annotations.add"),
            this::keys,
            key ->
                key.isEmpty() || isKey(key)
                    ? Optional.empty()
                    : Optional.of(Messages.text("inspector.annotations.key")),
            this::added);
    add.box().setPromptText(Messages.text("inspector.annotations.prompt"));
    node = new VBox(head, rows, add.node());
    node.getStyleClass().add("inspector-part");
  }

  private static boolean isKey(String key) {
    return key.matches(
        "([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  }

  private List<String> keys() {
    return AnnotationChoice.docs(catalog, context.dialect(), kind).stream()
        .map(AnnotationDoc::key)
        .filter(key -> !shown.containsKey(key))
        .toList();
  }

  /** A key needs a value at once: the first legal one, or an empty text. */
  private void added(String key) {
    if (key.isEmpty()) {
      return;
    }
    Optional<AnnotationDoc> doc = doc(key);
    String value = doc.flatMap(Annotations::first).orElse("");
    wanted = Optional.of(key);
    context.perform(new Intent.SetAnnotation(resource, key, value));
    add.box().setValue("");
    add.show("");
  }

  private static Optional<String> first(AnnotationDoc doc) {
    return switch (doc.type()) {
      case BOOL -> Optional.of("true");
      default -> doc.choices().stream().findFirst();
    };
  }

  private Optional<AnnotationDoc> doc(String key) {
    return catalog.find(key).stream().findFirst();
  }

  Region node() {
    return node;
  }

  void show(ResourceId resource, String kind, Map<String, String> annotations) {
    this.resource = resource;
    this.kind = kind;
    if (!new ArrayList<>(shown.keySet()).equals(new ArrayList<>(annotations.keySet()))) {
      Map<String, Row> before = new LinkedHashMap<>(shown);
      shown.clear();
      annotations
          .keySet()
          .forEach(key -> shown.put(key, before.containsKey(key) ? before.get(key) : new Row(key)));
      rows.getChildren().setAll(shown.values().stream().<Node>map(Row::node).toList());
    }
    annotations.forEach((key, value) -> shown.get(key).show(value));
    wanted
        .map(shown::get)
        .ifPresent(
            row -> {
              wanted = Optional.empty();
              row.focus();
            });
  }

  /** One annotation. */
  private final class Row {
    private final Optional<Entry> entry;
    private final Optional<Choice> choice;
    private final VBox node;

    Row(String key) {
      Optional<AnnotationDoc> doc = doc(key);
      List<String> choices = choices(doc);
      if (choices.isEmpty()) {
        entry = Optional.of(new Entry(key, value -> problem(doc, value), value -> set(key, value)));
        choice = Optional.empty();
      } else {
        choice =
            Optional.of(
                new Choice(
                    key, () -> choices, value -> problem(doc, value), value -> set(key, value)));
        entry = Optional.empty();
      }
      Region field = entry.map(Entry::node).orElseGet(() -> choice.orElseThrow().node());
      HBox.setHgrow(field, Priority.ALWAYS);
      HBox line =
          new HBox(
              field,
              Icons.button(
                  Feather.TRASH_2,
                  Messages.text("inspector.annotations.remove", key),
                  () ->
                      context.perform(
                          new Intent.Remove(
                              new Location(
                                  resource, FieldPath.of("metadata", "annotations").key(key))))));
      line.getStyleClass().add("inspector-annotation");
      node = new VBox(line);
      doc.ifPresent(
          d -> {
            Label sentence = new Label(d.sentence());
            sentence.setWrapText(true);
            sentence.setMinHeight(Region.USE_PREF_SIZE);
            sentence.getStyleClass().add("small-text");
            d.initial()
                .ifPresent(
                    value ->
                        Tooltip.install(
                            sentence,
                            new Tooltip(Messages.text("inspector.annotations.initial", value))));
            node.getChildren().add(sentence);
          });
    }

    private static List<String> choices(Optional<AnnotationDoc> doc) {
      return doc.map(
              d ->
                  switch (d.type()) {
                    case BOOL -> d.choices().isEmpty() ? List.of("true", "false") : d.choices();
                    default -> d.choices();
                  })
          .orElse(List.of());
    }

    private static Optional<String> problem(Optional<AnnotationDoc> doc, String value) {
      return doc.flatMap(d -> d.problem(value));
    }

    private void set(String key, String value) {
      context.perform(new Intent.SetAnnotation(resource, key, value));
    }

    void show(String value) {
      entry.ifPresent(e -> e.show(value));
      choice.ifPresent(c -> c.show(value));
    }

    void focus() {
      entry.ifPresent(e -> e.field().requestFocus());
      choice.ifPresent(c -> c.box().requestFocus());
    }

    Node node() {
      return node;
    }
  }
}
