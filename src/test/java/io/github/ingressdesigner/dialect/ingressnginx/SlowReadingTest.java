package io.github.ingressdesigner.dialect.ingressnginx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One host with generated paths, against a second reading that builds the list of locations and
 * goes through all of it for each request.
 */
class SlowReadingTest {
  private static final List<String> ELEMENTS = List.of("/a", "/b", "/ab", "/a.b", "/A", "/");

  /** A path of a rule; the first one is the implicit location. */
  private record Path(String text, boolean exact, boolean regex, String service) {}

  /** What NGINX has: kind is {@code =}, {@code ~} or nothing. */
  private record Slow(String kind, String text, String service) {}

  @Test
  void bothReadingsAgreeOnEveryRequest() {
    Random random = new Random(7);
    int decided = 0;
    for (int round = 0; round < 400; round++) {
      List<Path> written = new ArrayList<>();
      Ask ask = ask(random, written);
      List<Slow> locations = locations(written);
      boolean rejected = isRejected(locations);
      RouteTable table = ask.table();
      for (int i = 0; i < 40; i++) {
        String path = path(random, 3);
        String expected = rejected ? "rejected" : answer(locations, path);
        Request request = Request.of("GET", "http://h.example" + path, Map.of());
        assertThat(Ask.shown(table.find(request)))
            .as("round %d, %s of %s", round, path, written)
            .isEqualTo(expected);
        decided += rejected ? 0 : 1;
      }
    }
    assertThat(decided).isGreaterThan(8_000);
  }

  private static Ask ask(Random random, List<Path> written) {
    Ask ask = new Ask();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      boolean regex = random.nextInt(6) == 0;
      List<String> paths = new ArrayList<>();
      for (int k = 0; k < 1 + random.nextInt(3); k++) {
        boolean exact = random.nextInt(3) == 0;
        String text = path(random, 2);
        String service = "s" + i + k;
        paths.add("h.example" + text + (exact ? " Exact " : " Prefix ") + service);
        if (written.isEmpty()) {
          written.add(new Path("/", false, regex, ""));
        }
        add(written, new Path(text, exact, regex, service));
      }
      ask.ingress(
          "i" + i, regex ? Map.of("use-regex", "true") : Map.of(), paths.toArray(String[]::new));
    }
    return ask;
  }

  private static String path(Random random, int most) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      path.append(ELEMENTS.get(random.nextInt(ELEMENTS.size())));
    }
    return path.toString().replaceAll("/+", "/");
  }

  private static void add(List<Path> written, Path path) {
    for (int i = 0; i < written.size(); i++) {
      Path other = written.get(i);
      if (!other.text().equals(path.text())) {
        continue;
      }
      if (other.exact() != path.exact()) {
        break;
      }
      if (other.service().isEmpty()) {
        written.set(i, path);
      }
      return;
    }
    written.add(path);
  }

  private static List<Slow> locations(List<Path> written) {
    List<Path> sorted = new ArrayList<>(written);
    sorted.sort(Comparator.comparing(Path::text).reversed());
    sorted.sort(Comparator.comparing((Path p) -> p.text().length()).reversed());
    boolean regex = sorted.stream().anyMatch(Path::regex);
    List<Slow> all = new ArrayList<>();
    for (Path p : sorted) {
      if (p.exact() || p.regex() || p.text().equals("/")) {
        all.add(new Slow(p.exact() ? "=" : "", p.text(), p.service()));
        continue;
      }
      String folder = p.text().endsWith("/") ? p.text() : p.text() + "/";
      all.add(new Slow("", folder, p.service()));
      if (sorted.stream().noneMatch(q -> q.exact() && q.text().equals(p.text()))) {
        all.add(new Slow("=", p.text(), p.service()));
      }
    }
    return regex ? all.stream().map(l -> new Slow("~", "^" + l.text(), l.service())).toList() : all;
  }

  private static boolean isRejected(List<Slow> locations) {
    Set<List<String>> seen = new HashSet<>();
    return locations.stream()
        .anyMatch(l -> !l.kind().equals("~") && !seen.add(List.of(l.kind(), l.text())));
  }

  private static String answer(List<Slow> locations, String path) {
    Slow best = null;
    for (Slow l : locations) {
      switch (l.kind()) {
        case "=" -> {
          if (l.text().equals(path)) {
            return shown(l, path);
          }
        }
        case "~" -> {
          if (Pattern.compile(l.text(), Pattern.CASE_INSENSITIVE).matcher(path).find()) {
            return shown(l, path);
          }
        }
        default -> {
          if (path.startsWith(l.text())
              && (best == null || l.text().length() > best.text().length())) {
            best = l;
          }
        }
      }
    }
    boolean taken = locations.stream().anyMatch(l -> l.kind().isEmpty() && l.text().equals(path));
    boolean slash =
        locations.stream().anyMatch(l -> !l.kind().equals("~") && l.text().equals(path + "/"));
    if (slash && !taken) {
      return "301 http://h.example" + path + "/";
    }
    return shown(best, path);
  }

  private static String shown(Slow location, String path) {
    return location.service().isEmpty() ? "default 404" : location.service() + " " + path;
  }
}
