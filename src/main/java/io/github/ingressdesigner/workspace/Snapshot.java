package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything computed from the text of one moment. Immutable.
 *
 * @param checked whether the problems are of this text; else they are those of the text before, and
 *     a snapshot with its own follows
 */
public record Snapshot(
    long version,
    List<FileState> files,
    Resources resources,
    RouteTable routes,
    Graph graph,
    List<Problem> problems,
    boolean checked,
    long analysisNanos) {
  /** With its own problems. */
  public Snapshot(
      long version,
      List<FileState> files,
      Resources resources,
      RouteTable routes,
      Graph graph,
      List<Problem> problems,
      long analysisNanos) {
    this(version, files, resources, routes, graph, problems, true, analysisNanos);
  }

  public Snapshot {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** One file. */
  public record FileState(
      FileId id, SourceText text, boolean writable, List<DocumentState> documents) {
    public FileState {
      documents = List.copyOf(documents);
    }

    /** The document in which an offset lies; the end of the text lies in the last. */
    public Optional<DocumentState> documentAt(int offset) {
      int low = 0;
      int high = documents.size() - 1;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (offset < documents.get(middle).range().end()) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low < documents.size() ? Optional.of(documents.get(low)) : Optional.empty();
    }
  }

  /**
   * One document.
   *
   * @param range slice of the file
   * @param bound what the current text, or where it is broken the last good text, says
   * @param lastGood the tree that {@code bound} came from, where {@code read} is broken
   */
  public record DocumentState(
      DocumentId id,
      TextRange range,
      ReadResult read,
      BoundDocument bound,
      Optional<YamlTree> lastGood) {
    public boolean isStale() {
      return read instanceof ReadResult.Broken && lastGood.isPresent();
    }
  }

  public Optional<FileState> file(FileId id) {
    return files.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /**
   * Range of an element in its file (dash or key to end of content); empty where it stands in no
   * current text.
   */
  public Optional<TextRange> rangeOf(Location location) {
    ResourceId resource = location.resource();
    Optional<DocumentState> document =
        file(resource.file())
            .flatMap(
                file ->
                    file.documents().stream()
                        .filter(d -> d.id().equals(resource.document()))
                        .findFirst());
    if (document.isPresent() && document.get().read() instanceof ReadResult.Parsed(YamlTree tree)) {
      return SourceMap.find(tree, resource.item(), location.path())
          .map(found -> SourceMap.elementRange(found.occurrence()))
          .map(range -> range.shift(document.get().range().start()));
    }
    return Optional.empty();
  }

  /** The innermost element written at an offset of a file; empty in text that is not parsed. */
  public Optional<Location> locationAt(FileId file, int offset) {
    Optional<DocumentState> document = file(file).flatMap(state -> state.documentAt(offset));
    if (document.isPresent() && document.get().read() instanceof ReadResult.Parsed(YamlTree tree)) {
      return SourceMap.at(tree, offset - document.get().range().start())
          .map(at -> new Location(new ResourceId(file, document.get().id(), at.item()), at.path()));
    }
    return Optional.empty();
  }

  /** The texts and trees of this moment, to plan an edit against. */
  public PlanContext planContext() {
    Map<FileId, PlanFile> planned = new HashMap<>();
    for (FileState file : files) {
      List<PlanDocument> documents =
          file.documents().stream()
              .map(d -> new PlanDocument(d.id(), d.range(), d.read()))
              .toList();
      planned.put(file.id(), new PlanFile(file.text(), file.writable(), documents));
    }
    return new PlanContext(planned);
  }
}
