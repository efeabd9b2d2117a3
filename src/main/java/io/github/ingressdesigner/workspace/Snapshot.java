package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Optional;

/** Everything computed from the text of one moment. Immutable. */
public record Snapshot(
    long version,
    List<FileState> files,
    Resources resources,
    RouteTable routes,
    Graph graph,
    List<Problem> problems,
    long analysisNanos) {
  public Snapshot {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  public record FileState(
      FileId id, SourceText text, boolean writable, List<DocumentState> documents) {
    public FileState {
      documents = List.copyOf(documents);
    }
  }

  /**
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
    throw new UnsupportedOperationException("not yet " + location);
  }

  /** The innermost element written at an offset of a file. */
  public Optional<Location> locationAt(FileId file, int offset) {
    throw new UnsupportedOperationException("not yet " + file + offset);
  }

  public PlanContext planContext() {
    throw new UnsupportedOperationException("not yet");
  }
}
