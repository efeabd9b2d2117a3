package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.route.Request;
import java.util.List;

/**
 * A request in the parts that are coloured.
 *
 * @param start method unless GET, and scheme: {@code https://}
 * @param rest path and query
 */
record Witness(String start, String host, String rest) {
  /**
   * @param schemes those for which the same holds
   */
  static Witness of(Request request, List<String> schemes) {
    String scheme = schemes.size() > 1 ? "http(s)" : request.scheme();
    String method = request.method().equals("GET") ? "" : request.method() + " ";
    return new Witness(method + scheme + "://", request.host(), request.target());
  }

  String text() {
    return start + host + rest;
  }
}
