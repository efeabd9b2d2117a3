package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Short ways from text to suites and their results. */
final class Suites {
  static final String MANIFEST =
      """
      title: Shop
      controller: kubernetes-spec
      manifests: |
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
          - host: shop.example
            http:
              paths:
              - path: /api
                pathType: Prefix
                backend: {service: {name: api, port: {number: 8080}}}
              - path: /
                pathType: Prefix
                backend: {service: {name: web, port: {name: http}}}
      requests:
      """;

  private Suites() {}

  /** A suite with these lines as its requests. */
  static String suite(String... requests) {
    return MANIFEST + String.join("\n", requests) + "\n";
  }

  static SuiteRead read(String text) {
    return SuiteReader.read("suite.yaml", SourceText.of(text), Path.of(""));
  }

  static Suite ready(String text) {
    SuiteRead read = read(text);
    assertThat(read).isInstanceOf(SuiteRead.Ready.class);
    return ((SuiteRead.Ready) read).suite();
  }

  static List<String> notices(String text) {
    SuiteRead read = read(text);
    assertThat(read).isInstanceOf(SuiteRead.Refused.class);
    return ((SuiteRead.Refused) read).notices().stream().map(Notice::toString).toList();
  }

  static SuiteResult.Ran run(String text) {
    SuiteResult result = SuiteRunner.run(ready(text), Optional.empty());
    assertThat(result).isInstanceOf(SuiteResult.Ran.class);
    return (SuiteResult.Ran) result;
  }

  /** The result of one request to {@code http://shop.example} with this expectation. */
  static SuiteResult.CaseResult judge(String path, String expect) {
    return run(suite(
            "- request: {url: \"http://shop.example%s\"}".formatted(path),
            "  expect: %s".formatted(expect)))
        .cases()
        .getFirst();
  }
}
