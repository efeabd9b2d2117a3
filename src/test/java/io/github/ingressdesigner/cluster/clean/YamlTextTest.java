package io.github.ingressdesigner.cluster.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.JsonText;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class YamlTextTest {
  private static String clean(String json) {
    return YamlText.of(Clean.of(KubeObject.parse(json).orElseThrow()));
  }

  @Test
  void whatTheServerAddsIsTakenAway() {
    assertThat(
            clean(
                """
                {"kind":"Ingress","apiVersion":"networking.k8s.io/v1",
                 "status":{"loadBalancer":{"ingress":[{"ip":"10.0.0.1"}]}},
                 "spec":{"rules":[{"http":{"paths":[{"backend":{"service":{"port":{"number":80},"name":"web"}},"path":"/","pathType":"Prefix"}]},"host":"*.shop.example"}],
                         "ingressClassName":"nginx"},
                 "metadata":{"uid":"1","resourceVersion":"2","generation":3,"creationTimestamp":"2026-01-01T00:00:00Z",
                   "managedFields":[{"manager":"kubectl"}],"namespace":"shop","name":"web",
                   "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","a/b":"true"}}}
                """))
        .isEqualTo(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: web
              namespace: shop
              annotations:
                a/b: "true"
            spec:
              ingressClassName: nginx
              rules:
              - host: "*.shop.example"
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
            """);
  }

  @Test
  void defaultsOfAServiceAreTakenAway() {
    assertThat(
            clean(
                """
                {"apiVersion":"v1","kind":"Service","metadata":{"name":"s","namespace":"shop"},
                 "spec":{"clusterIP":"10.96.0.7","clusterIPs":["10.96.0.7"],"ipFamilies":["IPv4"],
                   "ipFamilyPolicy":"SingleStack","internalTrafficPolicy":"Cluster","sessionAffinity":"None",
                   "type":"ClusterIP","selector":{"app":"s"},
                   "ports":[{"port":80,"protocol":"TCP","targetPort":80},{"name":"x","port":81,"protocol":"UDP","targetPort":"web"}]},
                 "status":{"loadBalancer":{}}}
                """))
        .isEqualTo(
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: s
              namespace: shop
            spec:
              selector:
                app: s
              ports:
              - port: 80
              - name: x
                port: 81
                protocol: UDP
                targetPort: web
            """);
  }

  @Test
  void headlessServiceStaysHeadless() {
    assertThat(
            clean(
                "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"spec\":{\"clusterIP\":\"None\",\"clusterIPs\":[\"None\"]}}"))
        .contains("clusterIP: None\n");
  }

  @Test
  void f17SecretHasItsCertificateAndNoKey() {
    assertThat(
            clean(
                "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"type\":\"kubernetes.io/tls\",\"metadata\":{\"name\":\"t\"},\"data\":{\"tls.crt\":\"LS0t\",\"tls.key\":\"\"}}"))
        .isEqualTo(
            """
            # The private key is left out: it never leaves the cluster.
            apiVersion: v1
            kind: Secret
            metadata:
              name: t
            type: kubernetes.io/tls
            data:
              tls.crt: LS0t
            """);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readingTheTextBackGivesTheObject(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      ObjectNode object = object(random, 0);
      object.put("kind", "Thing");
      String yaml = YamlText.of(new KubeObject(object));
      ReadResult read = new YamlReader().read(yaml);
      JsonText.Result json = JsonText.of(((ReadResult.Parsed) read).tree());
      assertThat(JsonMapper.shared().readTree(((JsonText.Json) json).text()))
          .as(yaml)
          .isEqualTo(object);
    }
  }

  private static final String[] TEXTS = {
    "",
    "a",
    "yes",
    "017",
    "1e3",
    "~",
    "a: b",
    "# x",
    "*x",
    "a\nb",
    "a\nb\n",
    "\n",
    " a",
    "a ",
    "é",
    "\u0085",
    "😀",
    "{}",
    "- a",
    "2024-01-01",
    "\t",
    "a\n\n",
    "  a\nb",
    "null",
    "\"q\"",
    "x\ty\nz"
  };

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      object.set(TEXTS[random.nextInt(TEXTS.length)], value(random, depth + 1));
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    JsonMapper json = JsonMapper.shared();
    return switch (random.nextInt(depth > 4 ? 4 : 6)) {
      case 0 -> json.getNodeFactory().numberNode(random.nextInt());
      case 1 -> json.getNodeFactory().booleanNode(random.nextBoolean());
      case 2 -> json.getNodeFactory().nullNode();
      case 3 -> json.getNodeFactory().stringNode(TEXTS[random.nextInt(TEXTS.length)]);
      case 4 -> {
        var list = json.createArrayNode();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> object(random, depth);
    };
  }
}
