package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A location while the configuration is built: an implicit one may be taken over by a rule. */
final class MutableBlock {
  /** By length in bytes, then from the last. */
  static final Comparator<String> LONGEST_PATH_FIRST =
      Comparator.comparing(UriText::bytes, MutableBlock::compareLongestFirst);

  static final Comparator<MutableBlock> LONGEST_FIRST =
      Comparator.comparing(block -> block.path, LONGEST_PATH_FIRST);

  final String path;

  /** The first one made with the same path and the other type. */
  @Nullable MutableBlock other;

  /** Only Prefix and Exact exist here. */
  final PathType type;

  PathType written = PathType.PREFIX;
  boolean isDefaultLocation;
  @Nullable Ing owner;
  Rules rules;
  Upstream upstream;
  boolean isDefault;

  /** Where it is written, if it is no path of a rule. */
  Optional<Location> implicitAt = Optional.empty();

  /** The places of rule and path in the owner. */
  int rule;

  int place;
  boolean isPath;
  int status;

  MutableBlock(String path, PathType type, Rules rules, Upstream upstream) {
    this.path = path;
    this.type = type;
    this.rules = rules;
    this.upstream = upstream;
  }

  /** The path entry, the default backend, or the rule that made the server. */
  Optional<Location> at() {
    return isPath && owner != null
        ? Optional.of(new Location(owner.id(), FieldPath.path(rule, place)))
        : implicitAt;
  }

  private static int compareLongestFirst(String a, String b) {
    int order = Integer.compare(b.length(), a.length());
    return order != 0 ? order : b.compareTo(a);
  }
}
