package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A location while the configuration is built: an implicit one may be taken over by a rule. */
final class MutableBlock {
  final String path;

  /** The same as bytes, as Go sorts it. */
  final String bytes;

  /** Only Prefix and Exact exist here. */
  final PathType type;

  PathType written = PathType.PREFIX;
  boolean isDefaultLocation;
  @Nullable Ing owner;
  Rules rules;
  Upstream upstream;
  boolean isDefault;
  Optional<Location> at = Optional.empty();
  boolean isPath;
  int status;

  MutableBlock(String path, PathType type, Rules rules, Upstream upstream) {
    this.path = path;
    this.bytes = UriText.bytes(path);
    this.type = type;
    this.rules = rules;
    this.upstream = upstream;
  }
}
