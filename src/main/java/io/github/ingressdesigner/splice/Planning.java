package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.splice.Way.Leave.ByMerge;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The planning of one intent: the drafts of the documents it touches, and how places that are
 * shared through aliases are to be treated. What cannot be done leaves by {@link Stop}.
 */
final class Planning {
  /** What to do where a value is used by several places. */
  enum Sharing {
    ASK,
    /** Change it for all of them. */
    SHARED,
    /** Make it independent first. */
    DETACH
  }

  private final PlanContext context;
  private final Sharing sharing;
  private final Map<ResourceId, Draft> drafts = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  Planning(PlanContext context, Sharing sharing) {
    this.context = context;
    this.sharing = sharing;
  }

  Collection<Draft> drafts() {
    return drafts.values();
  }

  List<String> notes() {
    return notes;
  }

  void note(String note) {
    notes.add(note);
  }

  PlanFile file(FileId id) {
    PlanFile file = context.files().get(id);
    if (file == null) {
      throw Stop.refused("The file " + id.name() + " is not open.");
    }
    if (!file.writable()) {
      throw Stop.refused(
          "The file " + id.name() + " is read-only. Save it under another name to edit it.");
    }
    return file;
  }

  /** The draft of the document that a resource stands in; always the same one. */
  Draft draft(ResourceId id) {
    ResourceId whole = ResourceId.whole(id.file(), id.document());
    Draft known = drafts.get(whole);
    if (known != null) {
      return known;
    }
    PlanFile file = file(id.file());
    PlanDocument document =
        file.documents().stream()
            .filter(d -> d.id().equals(id.document()))
            .findFirst()
            .orElseThrow(
                () -> Stop.refused("This resource is no longer in the text.", Location.of(id)));
    Draft draft =
        switch (document.read()) {
          case ReadResult.Parsed parsed -> draft(id, file, document, parsed.tree());
          case ReadResult.Empty _ -> throw Stop.refused("The document is empty.", Location.of(id));
          case ReadResult.Template template ->
              throw Stop.refused(
                  template.why() + " It can be edited in the text only.", Location.of(id));
          case ReadResult.Broken broken ->
              throw Stop.refused(
                  "The text has an error; mend it first. " + broken.message(), Location.of(id));
        };
    drafts.put(whole, draft);
    return draft;
  }

  private static Draft draft(ResourceId id, PlanFile file, PlanDocument document, YamlTree tree) {
    if (tree.hasAnchors() && !AliasUses.isBounded(tree.root())) {
      throw Stop.refused(
          "The aliases of this document go round in circles or stand for far too much. Mend them in"
              + " the text.",
          Location.of(id));
    }
    return new Draft(id.file(), document, file.text().slice(document.range()), tree);
  }

  /** Makes sure that the resource is an Ingress of the shape that can be edited. */
  void requireIngress(ResourceId id) {
    String version = text(id, "apiVersion");
    String kind = text(id, "kind");
    if (!kind.equals("Ingress")) {
      throw Stop.refused(
          "This is " + (kind.isEmpty() ? "no Ingress" : "a " + kind + ", not an Ingress") + ".",
          Location.of(id));
    }
    requireCurrent(id, version);
  }

  /** Refuses the read-only shapes of Ingress; other kinds pass. */
  void requireEditable(ResourceId id) {
    if (text(id, "kind").equals("Ingress")) {
      requireCurrent(id, text(id, "apiVersion"));
    }
  }

  private static void requireCurrent(ResourceId id, String version) {
    if (version.isEmpty()) {
      throw Stop.refused(
          "This Ingress has no apiVersion. Write networking.k8s.io/v1 in the text first.",
          Location.of(id));
    }
    if (!version.equals("networking.k8s.io/v1")) {
      throw Stop.refused(
          "This Ingress is of "
              + version
              + ", a read-only shape; only networking.k8s.io/v1 can be edited. Migrate it first.",
          Location.of(id));
    }
  }

  private String text(ResourceId id, String key) {
    Way way = Way.find(draft(id).tree(), id.item(), FieldPath.of(key));
    return way.isFound() ? scalar(way.deepest()).orElse("") : "";
  }

  static Optional<String> scalar(YamlCursor cursor) {
    YamlCursor at = cursor.definition().orElse(cursor);
    return at.node() instanceof Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
  }

  /** The way to a field whose value is to be set or added to. */
  Way locate(Location at) {
    Way way = editable(at);
    if (!way.leaves().isEmpty()) {
      Way.Leave first = way.leaves().getFirst();
      if (sharing == Sharing.DETACH || sharing == Sharing.ASK && first instanceof ByMerge) {
        throw Stop.because(new Stop.Reason.Detach(at.resource(), first));
      }
      askIfShared(at, first, true);
    }
    return way;
  }

  /** The way to an element that is to be taken from its place. */
  Element locatePlace(Location at) {
    Way way = editable(at);
    if (!way.isFound()) {
      throw Stop.refused("There is no " + at.path() + " in the text.", at);
    }
    Element element =
        Element.around(draft(at.resource()).slice(), way.occurrence())
            .orElseThrow(() -> Stop.refused("The whole document cannot be moved.", at));
    if (!way.placeLeaves().isEmpty()) {
      Way.Leave first = way.placeLeaves().getFirst();
      boolean itself = first.path().equals(at.path());
      if (sharing == Sharing.DETACH && !itself) {
        throw Stop.because(new Stop.Reason.Detach(at.resource(), first));
      }
      askIfShared(at, first, !itself);
    }
    return element;
  }

  private Way editable(Location at) {
    Way way = look(at);
    if (way.trouble().isPresent()) {
      throw Stop.refused(way.trouble().get(), at);
    }
    return way;
  }

  private void askIfShared(Location at, Way.Leave leave, boolean detachable) {
    if (sharing != Sharing.SHARED) {
      throw Stop.because(new Stop.Reason.Shared(at, leave, detachable));
    }
  }

  /** The way to a field, to look at only. */
  Way look(Location at) {
    return Way.find(draft(at.resource()).tree(), at.resource().item(), at.path());
  }
}
