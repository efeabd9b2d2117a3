package io.github.ingressdesigner.dialect.ingressnginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small sets of Ingresses whose hosts, paths and annotations get in each other's way. */
final class RandomSets {
  private static final List<String> HOSTS =
      List.of("a.example", "a.example", "www.a.example", "*.a.example", "*.b.a.example", "b.x", "");

  private static final List<String> NAMES =
      List.of(
          "a.example",
          "a.example",
          "www.a.example",
          "c.a.example",
          "c.b.a.example",
          "d.c.b.a.example",
          "b.x",
          "www.b.x",
          "y.b.x",
          "A.Example.",
          "a..example",
          "alias.test",
          "p.alias.test",
          "unknown.test");

  private static final List<String> PARTS = List.of("/a", "/b", "/ab", "/A", "/a.b", "/a-b");

  private static final List<String> ODD =
      List.of(
          "/a+b",
          "/a(b)",
          "/x(/|$)(.*)",
          "/(a|b)/(.*)",
          "/[a-c]{2}",
          "/ü",
          "/a%20b",
          "/a;b",
          "/b|/a",
          "/v\\d+",
          "/(?<who>[a-z]+)/x",
          "/a$",
          "/healthz",
          "/q?x",
          "/a\\.b");

  private static final List<String> ENDS =
      List.of(
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "/",
          "/b",
          "b",
          "/../b",
          "//b",
          "%2Fb",
          "/%2e%2E/a",
          "?q=1",
          "#f?x",
          "/.");

  private static final List<String[]> ANNOTATIONS =
      List.of(
          new String[] {"use-regex", "true"},
          new String[] {"rewrite-target", "/"},
          new String[] {"rewrite-target", "/n/$1"},
          new String[] {"rewrite-target", "/$2"},
          new String[] {"rewrite-target", "$1"},
          new String[] {"rewrite-target", "/a"},
          new String[] {"rewrite-target", "/$who/$host/$request_method"},
          new String[] {"rewrite-target", "/$args/$uri"},
          new String[] {"rewrite-target", "https://r.test/$1"},
          new String[] {"app-root", "/start"},
          new String[] {"app-root", "/$host"},
          new String[] {"permanent-redirect", "/moved"},
          new String[] {"permanent-redirect-code", "305"},
          new String[] {"temporal-redirect", "https://t.test/x?y"},
          new String[] {"relative-redirects", "true"},
          new String[] {"from-to-www-redirect", "true"},
          new String[] {"server-alias", "alias.test, *.alias.test"},
          new String[] {"server-alias", "~^c\\.[ab], .b.x"},
          new String[] {"whitelist-source-range", "no range"});

  private final Random random;
  private final List<String> paths = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();

  RandomSets(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String path() {
    String path = random.nextInt(3) == 0 ? any(ODD) : any(PARTS);
    path += random.nextInt(3) == 0 ? any(PARTS) : "";
    path += random.nextInt(4) == 0 ? "/" : "";
    return random.nextInt(8) == 0 ? "/" : path;
  }

  Ask next() {
    paths.clear();
    hosts.clear();
    Ask ask = new Ask();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Map<String, String> annotations = new LinkedHashMap<>();
      while (random.nextInt(5) < 2) {
        String[] one = any(ANNOTATIONS);
        annotations.put(one[0], one[1]);
      }
      List<String> rules = new ArrayList<>();
      for (int k = random.nextInt(6); k >= 0; k--) {
        String path = path();
        paths.add(path);
        String type = any(List.of("Prefix", "Prefix", "Exact", "ImplementationSpecific"));
        String host = any(HOSTS);
        hosts.add(host.isEmpty() ? "unknown.test" : host.replace("*", "c"));
        rules.add(host + path + " " + type + " s" + i + k);
      }
      if (random.nextInt(6) == 0) {
        rules.clear();
      }
      ask.ingress("i" + i, annotations, rules.toArray(String[]::new));
      if (rules.isEmpty() || random.nextInt(5) == 0) {
        ask.defaultBackend("d" + i);
      }
    }
    return ask;
  }

  /** A name that is asked for. */
  String host() {
    return hosts.isEmpty() || random.nextInt(3) == 0 ? any(NAMES) : any(hosts);
  }

  /** A path and query near those of the last set. */
  String target() {
    String path = random.nextInt(5) == 0 || paths.isEmpty() ? path() : any(paths);
    String plain = path.replace("\\", "").replaceAll("[()|$*<>{}\\[\\]]", "");
    String near = random.nextInt(4) == 0 ? plain.replace("a", "%61") : plain;
    near = random.nextInt(10) == 0 ? near.toUpperCase(java.util.Locale.ROOT) : near;
    return near.replace("ü", "%C3%BC").replace("Ü", "%C3%9C") + any(ENDS);
  }
}
