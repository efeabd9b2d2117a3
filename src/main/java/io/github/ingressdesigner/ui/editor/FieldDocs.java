package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.catalog.History;
import io.github.ingressdesigner.catalog.Topic;
import io.github.ingressdesigner.catalog.Translation;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a key means: fields of an Ingress, and annotations of whatever object. */
final class FieldDocs {
  /**
   * @param title the key
   * @param sentence what it does
   * @param facts short lines below: values, default, history, the same elsewhere
   */
  record Doc(String title, String sentence, List<String> facts) {
    Doc {
      facts = List.copyOf(facts);
    }
  }

  private static final String ANNOTATIONS = "metadata.annotations";

  private final AnnotationCatalog catalog;
  private final Dialect dialect;

  FieldDocs(AnnotationCatalog catalog, Dialect dialect) {
    this.catalog = catalog;
    this.dialect = dialect;
  }

  /** About the key at an offset; empty where there is none, or nothing is known of it. */
  Optional<Doc> at(SourceText text, int offset) {
    int line = text.lines().lineOf(offset);
    int start = text.lines().startOf(line) + Math.max(0, Blocks.keyColumn(text, line));
    int colon = colon(text, start, text.lines().endOf(line));
    if (offset < start || colon < 0 || offset > colon) {
      return Optional.empty();
    }
    boolean quoted =
        text.string().charAt(colon - 1) == '"' || text.string().charAt(colon - 1) == '\'';
    return YamlPosition.at(text, quoted ? colon - 1 : colon)
        .filter(position -> position.key().isEmpty())
        .flatMap(this::of);
  }

  /** The colon that ends the key; keys of annotations may hold none. */
  private static int colon(SourceText text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      char c = text.string().charAt(i);
      if (c == ':' && (i + 1 == end || text.string().charAt(i + 1) == ' ')) {
        return i;
      }
      if (c == ' ' || c == '#') {
        return -1;
      }
    }
    return -1;
  }

  private Optional<Doc> of(YamlPosition position) {
    String key = position.typed();
    if (position.path().equals(ANNOTATIONS)) {
      return catalog.find(key).stream().findFirst().map(doc -> annotation(doc, key));
    }
    if (!position.kind().map("Ingress"::equals).orElse(false)) {
      return Optional.empty();
    }
    return Completion.note(position.path(), key).map(note -> new Doc(key, note, List.of()));
  }

  private Doc annotation(AnnotationDoc doc, String key) {
    List<String> facts = new ArrayList<>();
    if (!doc.choices().isEmpty()) {
      facts.add(Messages.text("editor.doc.choices", String.join(", ", doc.choices())));
    }
    doc.initial().ifPresent(value -> facts.add(Messages.text("editor.doc.initial", value)));
    history(doc.history()).ifPresent(facts::add);
    if (doc.isSnippet()) {
      facts.add(Messages.text("editor.doc.snippet"));
    }
    elsewhere(key).ifPresent(facts::add);
    return new Doc(key, doc.sentence(), facts);
  }

  private static Optional<String> history(History history) {
    String version = history.version().orElse("");
    String instead =
        history.instead().map(key -> Messages.text("editor.doc.instead", key)).orElse("");
    return switch (history.status()) {
      case CURRENT ->
          version.isEmpty()
              ? Optional.empty()
              : Optional.of(Messages.text("editor.doc.since", version));
      case DEPRECATED -> Optional.of(Messages.text("editor.doc.deprecated", version, instead));
      case REMOVED -> Optional.of(Messages.text("editor.doc.removed", version, instead));
    };
  }

  /** What the deciding controller has for an annotation of another one. */
  private Optional<String> elsewhere(String key) {
    boolean own =
        dialect.claims().annotations().isEmpty()
            || dialect.claims().annotations().stream().anyMatch(key::startsWith)
            || catalog.topics(key).isEmpty();
    if (own) {
      return Optional.empty();
    }
    Topic topic = catalog.topics(key).getFirst();
    return Optional.of(
        switch (topic.on(dialect.id())) {
          case Translation.Known known ->
              Messages.text("editor.doc.known", dialect.displayName(), known.how());
          case Translation.Lost lost ->
              Messages.text("editor.doc.lost", dialect.displayName(), lost.why());
        });
  }
}
