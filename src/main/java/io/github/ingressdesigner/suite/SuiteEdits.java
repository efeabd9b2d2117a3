package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.intent.Value;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a suite's text is to change; the edits themselves are planned by {@code splice}. */
public final class SuiteEdits {
  /** YAML wants keys on one line, and no longer than this. */
  private static final int LONGEST_KEY = 1000;

  private SuiteEdits() {}

  /**
   * Writes a test behind the others: as one line where the short form can say it, unless the suite
   * has only long ones.
   *
   * @param tree of the suite's one document
   * @param suite that document
   * @param label what the change is called, for people
   */
  public static Intent add(YamlTree tree, ResourceId suite, NewTest test, String label) {
    Optional<String> answer = ShortForm.write(test.expectation());
    String request = request(test);
    YamlCursor root = new YamlCursor(tree.root(), 0, Optional.empty());
    boolean onlyLong = root.get("requests").isPresent() && root.get("routes").isEmpty();
    boolean fits = test.headers().isEmpty() && request.length() <= LONGEST_KEY;
    if (answer.isPresent() && fits && !onlyLong && ShortForm.isRequest(request, test)) {
      Location at = new Location(suite, SuiteReader.ROUTES.key(request));
      return new Intent.SetValue(at, answer(answer.get()), label);
    }
    Location list = new Location(suite, SuiteReader.REQUESTS);
    return new Intent.AddItem(list, longForm(test), label);
  }

  /**
   * Makes a test expect another answer, by as little as it takes.
   *
   * @return empty where the answer is not decided
   */
  public static Optional<Intent> mend(
      ResourceId suite, Suite.Case test, Outcome outcome, String label) {
    return Expectations.mended(test.expectation(), test.request(), outcome)
        .map(now -> mend(suite, test, now, label));
  }

  private static Intent mend(ResourceId suite, Suite.Case test, Expectation now, String label) {
    Location at = new Location(suite, test.answerAt());
    if (!test.isShort()) {
      return longForm(at, test.expectation(), now, label);
    }
    Optional<String> answer = ShortForm.write(now);
    if (answer.isPresent()) {
      return new Intent.SetValue(at, answer(answer.get()), label);
    }
    NewTest moved =
        new NewTest(test.request().method(), test.url(), Map.of(), now, Optional.empty());
    Location list = new Location(suite, SuiteReader.REQUESTS);
    return new Intent.Together(
        label, List.of(new Intent.AddItem(list, longForm(moved), label), new Intent.Remove(at)));
  }

  /** Field by field where both say the same fields; else as a whole. */
  private static Intent longForm(Location at, Expectation old, Expectation now, String label) {
    Value.Fields before = Expectations.fields(old);
    Value.Fields after = Expectations.fields(now);
    boolean sameFields =
        before.fields().stream()
            .map(Value.Field::key)
            .toList()
            .equals(after.fields().stream().map(Value.Field::key).toList());
    if (!sameFields || now instanceof Expectation.AnyOf) {
      return new Intent.SetValue(at, after, label);
    }
    List<Intent> parts = new ArrayList<>();
    for (Value.Field field : after.fields()) {
      if (!before.find(field.key()).equals(Optional.of(field.value()))) {
        parts.add(new Intent.SetValue(at.key(field.key()), field.value(), label));
      }
    }
    return switch (parts.size()) {
      case 0 -> new Intent.SetValue(at, after, label);
      case 1 -> parts.getFirst();
      default -> new Intent.Together(label, parts);
    };
  }

  private static String request(NewTest test) {
    return test.method().equals("GET") ? test.url() : test.method() + " " + test.url();
  }

  /** A status alone is a number in YAML. */
  private static Value answer(String answer) {
    return answer.matches("[1-5][0-9]{2}") ? new Value.Bare(answer) : new Value.Text(answer);
  }

  private static Value longForm(NewTest test) {
    List<Value.Field> request = new ArrayList<>();
    if (!test.method().equals("GET")) {
      request.add(new Value.Field("method", new Value.Text(test.method())));
    }
    request.add(new Value.Field("url", new Value.Text(test.url())));
    if (!test.headers().isEmpty()) {
      List<Value.Field> headers = new ArrayList<>();
      test.headers().forEach((name, values) -> headers.add(new Value.Field(name, values(values))));
      request.add(new Value.Field("headers", new Value.Fields(headers)));
    }
    return new Value.Fields(
        List.of(
            new Value.Field("request", new Value.Fields(request)),
            new Value.Field("expect", Expectations.fields(test.expectation()))));
  }

  private static Value values(List<String> values) {
    return values.size() == 1
        ? new Value.Text(values.getFirst())
        : new Value.Items(values.stream().<Value>map(Value.Text::new).toList());
  }
}
