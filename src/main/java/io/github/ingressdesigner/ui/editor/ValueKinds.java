package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.editor.Token.Kind;
import java.util.List;

/** Which values of an Ingress have a colour of their own, by the keys around them. */
final class ValueKinds {
  private ValueKinds() {}

  /**
   * The kind of a value under these keys, outermost first; only the innermost three count, so the
   * lexer may start anywhere.
   */
  static Kind of(List<String> keys) {
    String key = fromEnd(keys, 1);
    String parent = fromEnd(keys, 2);
    String grandparent = fromEnd(keys, 3);
    return switch (key) {
      case "host", "hosts" -> Kind.HOST;
      case "path" -> Kind.PATH;
      case "serviceName", "servicePort" -> Kind.BACKEND;
      case "name" ->
          isBackendService(parent, grandparent)
                  || parent.equals("port") && grandparent.equals("service")
              ? Kind.BACKEND
              : Kind.VALUE;
      case "number" ->
          parent.equals("port") && grandparent.equals("service") ? Kind.BACKEND : Kind.VALUE;
      default -> Kind.VALUE;
    };
  }

  private static boolean isBackendService(String parent, String grandparent) {
    return parent.equals("service")
        && (grandparent.equals("backend") || grandparent.equals("defaultBackend"));
  }

  private static String fromEnd(List<String> keys, int n) {
    return keys.size() >= n ? keys.get(keys.size() - n) : "";
  }
}
