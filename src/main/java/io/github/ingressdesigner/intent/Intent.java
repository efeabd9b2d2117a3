package io.github.ingressdesigner.intent;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import java.util.List;
import java.util.Optional;

/** What the user wants, as data; {@code splice} turns it into the smallest text edit. */
public sealed interface Intent {
  /**
   * Sets the host of a rule ({@code spec.rules[i]}); absent removes it, so that the rule takes
   * every host.
   */
  record SetHost(Location rule, Optional<String> host) implements Intent {}

  /** Sets the path of a path entry. */
  record SetPath(Location path, String value) implements Intent {}

  record SetPathType(Location path, PathType value) implements Intent {}

  /**
   * Sets the backend of a path entry or of {@code spec.defaultBackend}; changes only what differs
   * (service, port or both).
   */
  record SetBackend(Location at, Backend backend) implements Intent {}

  /** Adds a rule with one path at the end of the Ingress. */
  record AddHost(
      ResourceId ingress, Optional<String> host, String path, PathType type, Backend backend)
      implements Intent {}

  /** Adds a path to a rule. */
  record AddPath(Location rule, int index, String path, PathType type, Backend backend)
      implements Intent {}

  record SetDefaultBackend(ResourceId ingress, Backend backend) implements Intent {}

  /**
   * Removes a rule, a path entry, a TLS entry, an annotation or the default backend, with its own
   * comments.
   */
  record Remove(Location at) implements Intent {}

  /** Copies a rule, path entry or TLS entry behind itself. */
  record Duplicate(Location at) implements Intent {}

  /**
   * Moves a path entry to a rule (the same or another, also of another Ingress or file), before the
   * given index.
   */
  record MovePath(Location path, Location toRule, int index) implements Intent {}

  /**
   * Moves several path entries to a rule, before the given index, in the order of the list; every
   * address means the text before the first move.
   */
  record MovePaths(List<Location> paths, Location toRule, int index) implements Intent {
    /** Throws {@link IllegalArgumentException} without any path. */
    public MovePaths {
      paths = List.copyOf(paths);
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("no paths, expected at least one");
      }
    }
  }

  /**
   * Puts copied elements into a list of a resource ({@code spec.rules}, the paths of a rule, {@code
   * spec.tls}), as they are written, with their comments.
   *
   * @param index before which item; any larger number for the end
   * @param yaml a YAML list
   */
  record InsertItems(Location list, int index, String yaml) implements Intent {}

  /** Moves a rule or path entry inside its list; {@code index} is its place afterwards. */
  record Reorder(Location at, int index) implements Intent {}

  record SetAnnotation(ResourceId resource, String key, String value) implements Intent {}

  /** Renames the resource itself. */
  record SetName(ResourceId resource, String name) implements Intent {}

  record SetIngressClass(ResourceId ingress, Optional<String> name) implements Intent {}

  record AddTls(ResourceId ingress, List<String> hosts, Optional<String> secretName)
      implements Intent {}

  record SetTlsSecret(Location tls, String secretName) implements Intent {}

  /**
   * Sets a field of a document that is no resource, a suite of route tests for example; parents
   * that are missing are written.
   *
   * @param label what the change is called, for people
   */
  record SetValue(Location at, Value value, String label) implements Intent {}

  /**
   * Adds an item at the end of a list of such a document; a list that is missing is written.
   *
   * @param label what the change is called, for people
   */
  record AddItem(Location list, Value value, String label) implements Intent {}

  /** Appends a whole new document (its YAML text) to a file. */
  record AppendDocument(FileId file, String yaml) implements Intent {}

  /**
   * Several changes as one: all of them or none. Every address means the text before the first; so
   * parts only set fields, add TLS entries, or remove or duplicate elements of documents, and the
   * latter come last, from the last place to the first.
   *
   * @param label what the whole is called, for people
   */
  record Together(String label, List<Intent> intents) implements Intent {
    /** Throws {@link IllegalArgumentException} without any part. */
    public Together {
      intents = List.copyOf(intents);
      if (intents.isEmpty()) {
        throw new IllegalArgumentException("no intents, expected at least one");
      }
    }
  }

  /**
   * Changes a value that several places share through an alias; only ever made by answering a
   * choice.
   */
  record EditShared(Intent intent) implements Intent {}

  /** Replaces the alias by a copy of its own first; only ever made by answering a choice. */
  record Detach(Intent intent) implements Intent {}
}
