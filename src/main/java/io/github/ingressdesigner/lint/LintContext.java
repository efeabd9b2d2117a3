package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that rules may look at: the files of a workspace at one moment. */
public final class LintContext {
  private final List<LintFile> files;
  private final Resources resources;
  private final Supplier<RouteTable> compiler;
  private final LintSettings settings;
  private Optional<RouteTable> routes = Optional.empty();

  /**
   * @param routes gives the routes of the chosen dialect; asked at most once, and only by a rule
   *     that needs them
   */
  public LintContext(
      List<LintFile> files,
      Resources resources,
      Supplier<RouteTable> routes,
      LintSettings settings) {
    this.files = List.copyOf(files);
    this.resources = resources;
    this.compiler = routes;
    this.settings = settings;
  }

  /** The same files with other settings. */
  public LintContext with(LintSettings other) {
    return new LintContext(
        files, resources, () -> other.dialect().compile(resources, Optional.empty()), other);
  }

  public List<LintFile> files() {
    return files;
  }

  /** All resources in the order of files and text. */
  public Resources resources() {
    return resources;
  }

  /** The routes of the chosen dialect. */
  public RouteTable routes() {
    if (routes.isEmpty()) {
      routes = Optional.of(compiler.get());
    }
    return routes.get();
  }

  public LintSettings settings() {
    return settings;
  }

  public Dialect dialect() {
    return settings.dialect();
  }

  /** The document in which an element stands. */
  public Optional<LintDocument> document(Location at) {
    DocumentId id = at.resource().document();
    return files.stream()
        .filter(file -> file.id().equals(at.resource().file()))
        .flatMap(file -> file.documents().stream())
        .filter(document -> document.id().equals(id))
        .findFirst();
  }
}
