package io.github.ingressdesigner.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The annotations of one controller, or of another reader such as cert-manager. */
public final class Family {
  private final String id;
  private final String name;
  private final List<String> prefixes;
  private final List<AnnotationDoc> docs;
  private final Map<String, AnnotationDoc> byKey = new HashMap<>();
  private final List<AnnotationDoc> groups;

  Family(String id, String name, List<String> prefixes, List<AnnotationDoc> docs) {
    this.id = id;
    this.name = name;
    this.prefixes = List.copyOf(prefixes);
    this.docs = List.copyOf(docs);
    this.groups = docs.stream().filter(AnnotationDoc::isGroup).toList();
    docs.forEach(doc -> byKey.put(doc.key(), doc));
  }

  /** As the dialect of that controller is called, where there is one: {@code ingress-nginx}. */
  public String id() {
    return id;
  }

  /** For people. */
  public String name() {
    return name;
  }

  /** What its keys begin with, the usual one first, with the slash. */
  public List<String> prefixes() {
    return prefixes;
  }

  /** All of them in the order of the table, removed ones too. */
  public List<AnnotationDoc> docs() {
    return docs;
  }

  /** Whether a key begins as its keys do. */
  public boolean owns(String key) {
    return prefixes.stream().anyMatch(key::startsWith);
  }

  /** The annotation of a whole key, whichever prefix it is written with. */
  public Optional<AnnotationDoc> find(String key) {
    AnnotationDoc exact = byKey.get(key);
    if (exact != null) {
      return Optional.of(exact);
    }
    Optional<AnnotationDoc> usual = usual(key).map(byKey::get);
    return usual.or(
        () ->
            groups.stream()
                .filter(
                    g ->
                        startsWithGroup(key, g)
                            || usual(key).filter(k -> startsWithGroup(k, g)).isPresent())
                .findFirst());
  }

  private static boolean startsWithGroup(String key, AnnotationDoc group) {
    return key.startsWith(group.key().substring(0, group.key().length() - 1));
  }

  /** The key with the usual prefix, where another prefix of the family means the same. */
  private Optional<String> usual(String key) {
    return prefixes.stream()
        .skip(1)
        .filter(key::startsWith)
        .findFirst()
        .map(prefix -> prefixes.getFirst() + key.substring(prefix.length()));
  }

  @Override
  public String toString() {
    return name + " (" + docs.size() + " annotations)";
  }
}
