package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.nginx.ConfigWord;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a location block stands for: a path of a rule, the implicit {@code /} of a server, or an
 * answer of the server itself.
 */
final class Block {
  /** As the rule writes it, at least {@code /}. */
  final String path;

  /** After the path was made a directory: with its slash. */
  final String text;

  final PathType written;
  final @Nullable Ing owner;
  final Rules rules;
  final Upstream upstream;

  /** Whether it leads to the controller's own default backend. */
  final boolean isDefault;

  /** The path entry, the default backend, or the rule that made the server; empty for {@code _}. */
  final Optional<Location> at;

  /** Whether it is a path of a rule, not an implicit one. */
  final boolean isPath;

  /** A status that the server answers itself; 0 for none. */
  final int status;

  private @Nullable RouteRegex rewrite;

  Block(MutableBlock from, String text) {
    this.path = from.path;
    this.text = text;
    this.written = from.written;
    this.owner = from.owner;
    this.rules = from.rules;
    this.upstream = from.upstream;
    this.isDefault = from.isDefault;
    this.at = from.at();
    this.isPath = from.isPath;
    this.status = from.status;
  }

  /** The expression that rewrite-target replaces (buildProxyPass); null where it cannot be read. */
  @Nullable RouteRegex rewrite() {
    RouteRegex known = rewrite;
    if (known == null
        && RegexFlavor.PCRE.compile(ConfigWord.read(text), true)
            instanceof RegexFlavor.Result.Compiled(RouteRegex regex)) {
      known = regex;
      rewrite = known;
    }
    return known;
  }
}
