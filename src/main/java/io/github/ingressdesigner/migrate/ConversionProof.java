package io.github.ingressdesigner.migrate;

import io.github.ingressdesigner.bind.BindProblem;
import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Optional;

/** Reads a converted document again: everything but the version must be what it was. */
final class ConversionProof {
  private ConversionProof() {}

  static boolean holds(String text, YamlTree before, int item, TextEdits edits) {
    StringBuilder after = new StringBuilder(text);
    for (TextEdit edit : edits.edits().reversed()) {
      after.replace(edit.range().start(), edit.range().end(), edit.inserted());
    }
    if (!(new YamlReader().read(after.toString()) instanceof ReadResult.Parsed(YamlTree tree))) {
      return false;
    }
    BoundDocument old = new ResourceBinder().bind(before);
    BoundDocument now = new ResourceBinder().bind(tree);
    if (errors(now, item) > errors(old, item) || old.resources().size() != now.resources().size()) {
      return false;
    }
    for (int i = 0; i < old.resources().size(); i++) {
      Resource was = old.resources().get(i).resource();
      Resource is = now.resources().get(i).resource();
      Resource expected = old.resources().get(i).item() == item ? converted(was) : was;
      if (!is.equals(expected)) {
        return false;
      }
    }
    return true;
  }

  private static long errors(BoundDocument document, int item) {
    return document.problems().stream()
        .filter(p -> p.item() == item && p.severity() == BindProblem.Severity.ERROR)
        .count();
  }

  private static Resource converted(Resource resource) {
    return switch (resource) {
      case Ingress ingress ->
          new Ingress(ApiVersions.V1, ingress.meta(), withPathTypes(ingress.spec()));
      case IngressClass old -> new IngressClass(ApiVersions.V1, old.meta(), old.controller());
      default -> resource;
    };
  }

  private static IngressSpec withPathTypes(IngressSpec spec) {
    List<Rule> rules =
        spec.rules().stream()
            .map(
                rule ->
                    new Rule(
                        rule.host(),
                        rule.hasHttp(),
                        rule.paths().stream().map(ConversionProof::withPathType).toList()))
            .toList();
    return new IngressSpec(
        spec.ingressClassName(),
        spec.defaultBackend().map(ConversionProof::withNumber),
        spec.tls(),
        rules);
  }

  private static HttpPath withPathType(HttpPath path) {
    return new HttpPath(
        path.path(),
        path.pathType().or(() -> Optional.of("ImplementationSpecific")),
        path.backend().map(ConversionProof::withNumber));
  }

  /** Digits in quotes named no port; v1 has a field for numbers. */
  private static Backend withNumber(Backend backend) {
    return backend instanceof ServiceBackend(Optional<String> name, Optional<Port> port)
            && port.isPresent()
            && port.get() instanceof Port.Name(String digits)
            && digits.matches("[0-9]{1,5}")
        ? new ServiceBackend(name, Optional.of(Port.parse(digits)))
        : backend;
  }
}
