package io.github.ingressdesigner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Suite;
import io.github.ingressdesigner.suite.SuiteRead;
import io.github.ingressdesigner.suite.SuiteReader;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No request of the recorded cases, and no random variation of one, is answered otherwise without
 * being in a class that Compare tells; and each witness really differs.
 */
class CoveredCasesTest {
  private static final String PARTS = "/ab1.-_/";

  private int complete;
  private int asked;
  private int differing;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void noRequestDiffersThatIsNotCovered() throws Exception {
    int number = 0;
    for (Dialect dialect : Dialects.all()) {
      for (Path file : files(dialect.id())) {
        check(file, dialect, ++number);
      }
    }
    System.out.printf(
        "{\"files\":%d,\"complete\":%d,\"asked\":%d,\"differing\":%d,\"wrong\":%d}%n",
        number, complete, asked, differing, wrong.size());
    assertThat(wrong.stream().limit(40).toList()).isEmpty();
    assertThat(complete).isGreaterThan(number / 2);
    assertThat(differing).isGreaterThan(1000);
  }

  private static List<Path> files(String controller) throws IOException, URISyntaxException {
    var folder = Suite.class.getResource(controller);
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }

  /** The controller of the case against another one, in turn. */
  private void check(Path file, Dialect dialect, int number) throws IOException {
    var text = FileBytes.decode(Files.readAllBytes(file)).text();
    SuiteRead read = SuiteReader.read(file.toString(), text, file.getParent());
    Suite suite = ((SuiteRead.Ready) read).suite();
    Resources resources = suite.manifests().resources();
    Dialect own = dialect.withConfig(new DialectConfig(suite.controllerConfig()));
    Dialect other = Dialects.all().get(number % Dialects.all().size());
    RouteTable from = own.compile(resources, Optional.empty());
    RouteTable to = other.compile(OwnFiles.of(resources, other), Optional.empty());
    Comparison comparison = Comparer.compare(from, to, Progress.NONE);
    complete += comparison.isComplete() ? 1 : 0;
    Random random = new Random(number);
    for (Suite.Case test : suite.cases()) {
      ask(comparison, from, to, test.request(), file, other.id());
      for (int i = 0; i < 4; i++) {
        ask(comparison, from, to, varied(test.request(), random), file, other.id());
      }
    }
    for (Difference d : comparison.differences()) {
      if (Answers.difference(from.find(d.witness()), to.find(d.witness())).isEmpty()) {
        wrong.add(file.getFileName() + ": witness " + d.url() + " does not differ");
      }
    }
  }

  private void ask(
      Comparison comparison,
      RouteTable from,
      RouteTable to,
      Request request,
      Path file,
      String other) {
    asked++;
    boolean differs = Answers.difference(from.find(request), to.find(request)).isPresent();
    boolean found = comparison.find(request).isPresent();
    differing += differs ? 1 : 0;
    if (found && !differs || differs && !found && comparison.isCovered(request)) {
      wrong.add(
          "%s to %s: %s %s://%s%s %s %s"
              .formatted(
                  file.getParent().getFileName() + "/" + file.getFileName(),
                  other,
                  request.method(),
                  request.scheme(),
                  request.host(),
                  request.target(),
                  request.headers(),
                  found ? "is told and does not differ" : "differs and is not told"));
    }
  }

  private static Request varied(Request request, Random random) {
    StringBuilder path = new StringBuilder(request.path());
    int at = 1 + random.nextInt(path.length());
    char c = PARTS.charAt(random.nextInt(PARTS.length()));
    if (random.nextBoolean() && at < path.length()) {
      path.setCharAt(at, c);
    } else {
      path.insert(at, c);
    }
    String host = random.nextInt(4) == 0 ? "x." + request.host() : request.host();
    return new Request(
        request.method(),
        request.scheme(),
        host,
        request.serverName().map(n -> host),
        request.port(),
        path.toString(),
        request.query(),
        request.headers());
  }
}
