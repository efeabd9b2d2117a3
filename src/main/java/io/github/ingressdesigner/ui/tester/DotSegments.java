package io.github.ingressdesigner.ui.tester;

import java.util.ArrayList;
import java.util.List;

/** What clients do to {@code .} and {@code ..} before they send a path (RFC 3986, 5.2.4). */
final class DotSegments {
  private DotSegments() {}

  /**
   * @param target path and query; the query stays as it is
   */
  static String resolved(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark);
    if (!path.contains("/.")) {
      return target;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean last = i == segments.length - 1;
      if (segment.equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!segment.equals(".") && !segment.equals("..")) {
        kept.add(segment);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept) + query;
  }
}
