package io.github.ingressdesigner.model;

/**
 * The address of an element, used by graph, problems, trace and intents alike: a resource and a way
 * into it.
 */
public record Location(ResourceId resource, FieldPath path) {
  public static Location of(ResourceId resource) {
    return new Location(resource, FieldPath.ROOT);
  }

  /** The same place, where its file is now called otherwise; else itself. */
  public Location renamed(FileId from, FileId to) {
    return resource.file().equals(from)
        ? new Location(new ResourceId(to, resource.document(), resource.item()), path)
        : this;
  }

  public Location key(String name) {
    return new Location(resource, path.key(name));
  }

  public Location index(int index) {
    return new Location(resource, path.index(index));
  }

  public Location parent() {
    return new Location(resource, path.parent());
  }
}
