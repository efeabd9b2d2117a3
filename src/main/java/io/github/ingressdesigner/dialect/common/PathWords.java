package io.github.ingressdesigner.dialect.common;

import java.util.List;

/** Sentences on paths, each naming the fact that decides. */
public final class PathWords {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");

  private PathWords() {}

  /** The elements of a path; a slash at its end makes none. */
  public static List<String> elements(String path) {
    String key = PathIndex.key(path);
    return key.isEmpty() ? List.of() : List.of(key.substring(1).split("/", -1));
  }

  /** Why an Exact path does not match. */
  public static String notExact(String path, String request) {
    if (!path.startsWith("/")) {
      return noSlash();
    }
    String fact = "The whole path would have to be " + path;
    if (request.equals(path + "/")) {
      return fact + "; the slash at the end of the request counts.";
    }
    if (path.equals(request + "/")) {
      return fact + "; the request has no slash at its end.";
    }
    return path.equalsIgnoreCase(request) ? fact + "; upper and lower case count." : fact + ".";
  }

  /** Why a path is no prefix by elements. */
  public static String notPrefix(String path, String request) {
    if (!path.startsWith("/")) {
      return noSlash();
    }
    List<String> wanted = elements(path);
    List<String> given = elements(request);
    int i = 0;
    while (i < wanted.size() && i < given.size() && wanted.get(i).equals(given.get(i))) {
      i++;
    }
    if (i == wanted.size()) {
      return "As it is written it would match, but not as the controller takes it over.";
    }
    String fact = "Its " + ordinal(i) + " element is " + shown(wanted.get(i)) + "; the request ";
    if (i == given.size()) {
      return fact + (i == 0 ? "has none." : "ends after " + shown(given.get(i - 1)) + ".");
    }
    String other = given.get(i);
    if (other.equalsIgnoreCase(wanted.get(i))) {
      return fact + "has " + other + ": upper and lower case count.";
    }
    return other.startsWith(wanted.get(i)) && !wanted.get(i).isEmpty()
        ? fact + "has " + other + ": Prefix compares whole elements."
        : fact + "has " + shown(other) + ".";
  }

  /** What makes a path a prefix by elements, as the beginning of a sentence. */
  public static String prefix(String path) {
    List<String> elements = elements(path);
    return switch (elements.size()) {
      case 0 -> "Every path begins with /";
      case 1 -> "Element " + shown(elements.getFirst()) + " is equal";
      default -> {
        int last = elements.size() - 1;
        yield "Elements "
            + String.join(", ", elements.subList(0, last).stream().map(PathWords::shown).toList())
            + " and "
            + shown(elements.get(last))
            + " are equal";
      }
    };
  }

  /** A path that a string prefix would take and this one does not; empty for {@code /}. */
  public static String nearMiss(String path) {
    String key = PathIndex.key(path);
    return key.isEmpty() ? "" : key + (key.endsWith("/api") ? "ary" : "2");
  }

  private static String noSlash() {
    return "It does not begin with /, so the API server refuses it and no request has it.";
  }

  private static String shown(String element) {
    return element.isEmpty() ? "an empty one" : element;
  }

  /** {@code first} for 0. */
  private static String ordinal(int index) {
    return index < ORDINALS.size() ? ORDINALS.get(index) : (index + 1) + "th";
  }
}
