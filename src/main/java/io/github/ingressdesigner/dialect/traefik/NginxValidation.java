package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.List;
import java.util.Optional;

/** Why the ingress-nginx provider drops an Ingress ({@code validateIngress}). */
final class NginxValidation {
  private static final List<String> SNIPPETS =
      List.of("server-snippet", "configuration-snippet", "auth-snippet");

  private NginxValidation() {}

  static Optional<LeftOut> refused(Owner owner, TraefikOptions options) {
    if (!options.isOn("allowSnippetAnnotations", false)) {
      for (String snippet : SNIPPETS) {
        String key = NginxAnnotations.PREFIX + snippet;
        if (owner.annotation(key).filter(value -> !value.isEmpty()).isPresent()) {
          return Optional.of(
              new LeftOut(
                  owner.annotationAt(key),
                  "Ingress "
                      + owner.name()
                      + " is dropped: it has a snippet, and allowSnippetAnnotations is off."));
        }
      }
    }
    return options.isOn("strictValidatePathType", true) ? strictly(owner) : Optional.empty();
  }

  private static Optional<LeftOut> strictly(Owner owner) {
    List<Rule> rules = owner.ingress().spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      for (int p = 0; p < rules.get(r).paths().size(); p++) {
        HttpPath path = rules.get(r).paths().get(p);
        String text = path.path().orElse("");
        if (path.type() != PathType.IMPLEMENTATION_SPECIFIC && !isPlain(text)) {
          return Optional.of(
              new LeftOut(
                  owner.at(FieldPath.path(r, p)),
                  "Ingress "
                      + owner.name()
                      + " is dropped: "
                      + path.type().text()
                      + " path "
                      + text
                      + " has other characters than letters, digits and . _ - / "
                      + "(strictValidatePathType)."));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '.'
              || c == '_'
              || c == '-'
              || c == '/';
      if (!plain) {
        return false;
      }
    }
    return path.isEmpty() || path.startsWith("/");
  }
}
