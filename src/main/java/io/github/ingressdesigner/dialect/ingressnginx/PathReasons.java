package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.PathType;

/** Why a location was entered or not, in words. */
final class PathReasons {
  private PathReasons() {}

  static String wins(Server server, Locations.Pick<Block> pick) {
    Location<Block> location = pick.location();
    if (pick.addsSlash()) {
      return "There is a location "
          + location.text()
          + " and none without the slash, so NGINX redirects to it.";
    }
    if (server.isRegex()) {
      return "The host is in regex mode"
          + by(server)
          + ", and "
          + location.text()
          + " is the first expression in the list that matches: the longest path text is tried"
          + " first, without regard to case.";
    }
    return switch (location.modifier()) {
      case EXACT -> "The path is equal; an exact location ends the search.";
      case PREFIX -> "It is the longest location that begins the path.";
      case REGEX, REGEX_NO_CASE -> "It is the first expression that matches.";
    };
  }

  private static String by(Server server) {
    MutableBlock cause = server.regexBy;
    return cause == null || cause.owner == null
        ? ""
        : " by "
            + (cause.rules.useRegex() ? "use-regex" : "rewrite-target")
            + " of "
            + cause.owner.name();
  }

  static String beaten(Server server, Location<Block> winner) {
    if (server.isRegex()) {
      return "It would match, but " + winner.text() + " stands before it in the list.";
    }
    return winner.modifier() == Location.Modifier.EXACT
        ? "It would match, but an exact location goes first."
        : "It would match, but " + winner.text() + " is longer.";
  }

  static String noMatch(Server server, Block block, String uri) {
    if (server.isRegex()) {
      return "The path does not begin with a match of " + block.path + ".";
    }
    return block.written == PathType.EXACT
        ? PathWords.notExact(block.path, uri)
        : block.path.startsWith("/")
                && !PathWords.elements(block.path).isEmpty()
                && !isBelow(block.path, uri)
            ? PathWords.notPrefix(block.path, uri)
            : "The path does not begin with " + block.path + ".";
  }

  private static boolean isBelow(String path, String uri) {
    String folder = path.endsWith("/") ? path : path + "/";
    return (uri + "/").startsWith(folder);
  }
}
