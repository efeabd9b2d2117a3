package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.PathType;

/** HTTPPathModifier: the whole path is replaced, or the prefix that matched. */
final class Rewriting {
  private Rewriting() {}

  static String path(FieldValue modifier, Match match, String path) {
    return switch (modifier.get("type").text().orElse("")) {
      case "ReplaceFullPath" -> modifier.get("replaceFullPath").text().orElse("/");
      case "ReplacePrefixMatch" ->
          match.type() == PathType.PREFIX
              ? prefix(modifier.get("replacePrefixMatch").text().orElse(""), match, path)
              : path;
      default -> path;
    };
  }

  /** Slashes at the end of match and replacement do not count. */
  private static String prefix(String replacement, Match match, String path) {
    String matched = match.text().equals("/") ? "" : match.text();
    String now =
        replacement.endsWith("/")
            ? replacement.substring(0, replacement.length() - 1)
            : replacement;
    String result = now + path.substring(Math.min(matched.length(), path.length()));
    return result.isEmpty() ? "/" : result;
  }
}
