package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.bind.BindProblem;
import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Manifests read once, from files, standard input or a suite: their resources, what is wrong with
 * them, and where everything stands.
 */
public final class Manifests {
  /**
   * A text to read.
   *
   * @param name for messages, a path for example
   * @param firstLine lines of the file above the text, 0 where the text is the file
   * @param firstColumn columns of the file left of the text
   * @param known its documents, where somebody has read them already
   */
  public record Source(
      String name, SourceText text, int firstLine, int firstColumn, Optional<List<Known>> known) {
    public Source {
      known = known.map(List::copyOf);
    }

    public static Source of(String name, SourceText text) {
      return new Source(name, text, 0, 0, Optional.empty());
    }

    /** A whole file that was read before; its resources keep their identities. */
    public static Source of(String name, SourceText text, List<Known> documents) {
      return new Source(name, text, 0, 0, Optional.of(documents));
    }

    Spot spot(int offset) {
      int line = text.lines().lineOf(offset);
      return new Spot(name, firstLine + line + 1, firstColumn + text.lines().columnOf(offset) + 1);
    }
  }

  /**
   * A document that was read before.
   *
   * @param range slice of the text
   */
  public record Known(DocumentId id, TextRange range, ReadResult read, BoundDocument bound) {}

  private record Key(FileId file, DocumentId document) {
    static Key of(ResourceId id) {
      return new Key(id.file(), id.document());
    }
  }

  private record Document(Source source, TextRange range, YamlTree tree) {
    Spot spot(int offsetInSlice) {
      return source.spot(range.start() + offsetInSlice);
    }
  }

  private final List<Resources.Located> resources = new ArrayList<>();
  private final List<Notice> errors = new ArrayList<>();
  private final List<Notice> warnings = new ArrayList<>();
  private final Map<Key, Document> documents = new HashMap<>();
  private int documentCount;

  private Manifests() {}

  /** Reads all texts in their order; total. */
  public static Manifests read(List<Source> sources) {
    Manifests manifests = new Manifests();
    sources.forEach(manifests::read);
    return manifests;
  }

  /** All resources, also where there are errors elsewhere. */
  public Resources resources() {
    return new Resources(resources);
  }

  /** What could not be read at all: broken YAML and templates. */
  public List<Notice> errors() {
    return List.copyOf(errors);
  }

  /** Values that the API would refuse, and the like. */
  public List<Notice> warnings() {
    return List.copyOf(warnings);
  }

  /** Where an element stands; where it is missing, the nearest thing around it. */
  public Optional<Spot> spot(Location location) {
    return Optional.ofNullable(documents.get(Key.of(location.resource())))
        .map(document -> spot(document, location.resource().item(), location.path()));
  }

  private static Spot spot(Document document, int item, FieldPath path) {
    FieldPath nearest = path;
    while (true) {
      Optional<SourceMap.Found> found = SourceMap.find(document.tree(), item, nearest);
      if (found.isPresent()) {
        return document.spot(SourceMap.elementRange(found.get().occurrence()).start());
      }
      if (nearest.isRoot()) {
        return document.spot(document.tree().rootOffset());
      }
      nearest = nearest.parent();
    }
  }

  private void read(Source source) {
    FileId file = new FileId(source.name());
    if (source.known().isPresent()) {
      source.known().get().forEach(known -> read(source, file, known));
      return;
    }
    for (TextRange range : DocumentScanner.scan(source.text().string())) {
      ReadResult read = new YamlReader().read(source.text().slice(range));
      BoundDocument bound =
          read instanceof ReadResult.Parsed parsed
              ? new ResourceBinder().bind(parsed.tree())
              : NOTHING;
      DocumentId id = new DocumentId(documentCount++);
      read(source, file, new Known(id, range, read, bound));
    }
  }

  private static final BoundDocument NOTHING = new BoundDocument(List.of(), List.of());

  private void read(Source source, FileId file, Known known) {
    TextRange range = known.range();
    switch (known.read()) {
      case ReadResult.Parsed parsed ->
          add(file, known.id(), new Document(source, range, parsed.tree()), known.bound());
      case ReadResult.Empty _ -> {}
      case ReadResult.Template template ->
          errors.add(new Notice(source.spot(mark(source.text().string(), range)), template.why()));
      case ReadResult.Broken broken ->
          errors.add(new Notice(source.spot(range.start() + broken.offset()), broken.message()));
    }
  }

  /** The first braces of a template, or its beginning where it uses other marks. */
  private static int mark(String text, TextRange range) {
    int braces = text.indexOf("{{", range.start());
    return braces >= 0 && braces < range.end() ? braces : range.start();
  }

  private void add(FileId file, DocumentId id, Document document, BoundDocument bound) {
    documents.put(new Key(file, id), document);
    for (BoundDocument.Bound one : bound.resources()) {
      resources.add(new Resources.Located(new ResourceId(file, id, one.item()), one.resource()));
    }
    for (BindProblem problem : bound.problems()) {
      Spot spot = spot(document, problem.item(), problem.path());
      warnings.add(new Notice(spot, problem.message()));
    }
  }
}
