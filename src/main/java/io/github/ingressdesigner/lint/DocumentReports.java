package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.BoundDocument.Bound;
import io.github.ingressdesigner.lint.LintCheck.DocumentCheck;
import io.github.ingressdesigner.lint.LintCheck.ResourceCheck;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the checks of one document reported, kept until the document or the settings change. */
final class DocumentReports {
  private record Basis(FileId file, ReadResult read, BoundDocument bound, LintSettings settings) {
    boolean is(Basis other) {
      return read == other.read
          && bound == other.bound
          && file.equals(other.file)
          && settings.equals(other.settings);
    }
  }

  private record OfResource(ResourceId id, List<Report> reports) {}

  private final CheckRunner runner;
  private Optional<Basis> basis = Optional.empty();
  private Map<Resource, OfResource> resources = new IdentityHashMap<>();
  private List<Report> reports = List.of();
  private List<IgnoreComment> comments = List.of();

  DocumentReports(CheckRunner runner) {
    this.runner = runner;
  }

  List<Report> reports() {
    return reports;
  }

  List<IgnoreComment> comments() {
    return comments;
  }

  /** Whether anything was different from last time. */
  boolean update(LintDocument document, LintSettings settings) {
    Basis now = new Basis(document.file(), document.read(), document.bound(), settings);
    if (basis.filter(now::is).isPresent()) {
      return false;
    }
    boolean sameSettings =
        basis.filter(b -> b.settings().equals(settings) && b.file().equals(now.file())).isPresent();
    List<Report> all = new ArrayList<>();
    for (LintCheck check : runner.checks()) {
      if (check instanceof DocumentCheck one) {
        runner.run(
            check,
            document.at(-1, FieldPath.ROOT),
            out -> one.check(document, settings, out),
            all::add);
      }
    }
    if (!(document.read() instanceof ReadResult.Broken)) {
      ofResources(document, settings, sameSettings, all::add);
    }
    basis = Optional.of(now);
    reports = List.copyOf(all);
    comments = IgnoreComment.of(document);
    return true;
  }

  private void ofResources(
      LintDocument document, LintSettings settings, boolean reuse, Consumer<Report> out) {
    Map<Resource, OfResource> known = new IdentityHashMap<>();
    for (Bound bound : document.bound().resources()) {
      ResourceId id = new ResourceId(document.file(), document.id(), bound.item());
      OfResource before = resources.get(bound.resource());
      OfResource now =
          reuse && before != null && before.id().equals(id)
              ? before
              : new OfResource(id, ofResource(new Located(id, bound.resource()), settings));
      known.put(bound.resource(), now);
      now.reports().forEach(out);
    }
    resources = known;
  }

  private List<Report> ofResource(Located resource, LintSettings settings) {
    List<Report> all = new ArrayList<>();
    for (LintCheck check : runner.checks()) {
      if (check instanceof ResourceCheck one) {
        runner.run(
            check,
            new Location(resource.id(), FieldPath.ROOT),
            out -> one.check(resource, settings, out),
            all::add);
      }
    }
    return List.copyOf(all);
  }

  /** Kind and name of each resource, by its index in a list. */
  static Map<Integer, String> names(LintDocument document) {
    Map<Integer, String> names = new HashMap<>();
    for (Bound bound : document.bound().resources()) {
      String name = bound.resource().meta().name().orElse("(no name)");
      String namespace = bound.resource().meta().namespace().map(n -> n + "/").orElse("");
      names.put(bound.item(), bound.resource().kind() + " " + namespace + name);
    }
    return names;
  }
}
