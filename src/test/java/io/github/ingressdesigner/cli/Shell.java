package io.github.ingressdesigner.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a command with streams in memory. */
record Shell(int code, String out, String err) {
  static final String INGRESS =
      """
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
              backend:
                service:
                  name: api
                  port:
                    number: 8080
            - path: /
              pathType: Prefix
              backend:
                service:
                  name: web
                  port:
                    name: http
      """;

  static final String SUITE =
      """
      title: Shop
      controller: kubernetes-spec
      manifests: |
        %s
      requests:
      - request: {url: "http://shop.example/api"}
        expect: {service: api, port: 8080}
      - request: {url: "http://shop.example/apiary"}
        expect: {service: web}
      """
          .formatted(INGRESS.replace("\n", "\n  ").stripTrailing());

  static Shell run(String... args) {
    return runWith("", args);
  }

  static Shell runWith(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new CommandLineApp(false)
            .run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Shell(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
