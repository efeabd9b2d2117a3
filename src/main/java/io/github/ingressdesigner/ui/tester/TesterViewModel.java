package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Expectations;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The request being asked, and its answer. Each change is decided off the JavaFX thread, the newest
 * wins; the answer goes into the shared model too. Confined to the JavaFX thread but for the
 * deciding.
 */
final class TesterViewModel {
  static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private record Question(Request request, Snapshot snapshot) {}

  private record Decided(Question question, Traced traced, Answer answer) {}

  private final AppModel model;
  private final Executor worker;
  private final Executor ui;
  private final StringProperty method = new SimpleStringProperty("GET");
  private final StringProperty url = new SimpleStringProperty("");
  private final ObjectProperty<List<Header>> headers = new SimpleObjectProperty<>(List.of());
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Answer>> answer =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final RequestHistory history = new RequestHistory();
  private final AtomicReference<Optional<Question>> wanted =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean working = new AtomicBoolean();
  private Optional<Question> asked = Optional.empty();

  /**
   * @param worker decides, off the JavaFX thread; {@code Runnable::run} in tests
   * @param ui brings answers back to the JavaFX thread
   */
  TesterViewModel(AppModel model, Executor worker, Executor ui) {
    this.model = model;
    this.worker = worker;
    this.ui = ui;
    InvalidationListener again = property -> ask();
    method.addListener(again);
    headers.addListener(again);
    url.addListener(again);
    model.snapshotProperty().addListener((property, was, is) -> ask());
  }

  StringProperty methodProperty() {
    return method;
  }

  /** The URL as typed; without a scheme it means https. */
  StringProperty urlProperty() {
    return url;
  }

  ObjectProperty<List<Header>> headersProperty() {
    return headers;
  }

  /** Why the URL cannot be read; empty if it can, or if there is none yet. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  RequestHistory history() {
    return history;
  }

  /** Takes over method, URL and headers of a curl command; false if the text is none. */
  boolean pasteCurl(String text) {
    Optional<CurlCommand> command = CurlCommand.parse(text);
    command.ifPresent(
        curl -> {
          take(curl);
          url.set(curl.url());
          remember();
        });
    return command.isPresent();
  }

  /** Takes over what the command says beside its URL. */
  void take(CurlCommand curl) {
    method.set(curl.method());
    headers.set(curl.headers());
  }

  /** Takes over a whole request. */
  void ask(String verb, String address, Map<String, List<String>> named) {
    List<Header> all = new ArrayList<>();
    named.forEach((name, values) -> values.forEach(value -> all.add(new Header(name, value))));
    method.set(verb);
    headers.set(List.copyOf(all));
    url.set(address);
    remember();
  }

  /**
   * Finds requests to try for the selected path, off the JavaFX thread.
   *
   * @param then told on the JavaFX thread; empty where there is no path
   */
  void suggest(Consumer<Optional<Suggested>> then) {
    RouteTable routes = model.snapshot().routes();
    Optional<Location> selected = model.selectionProperty().get().at();
    Optional<Location> deciding =
        model.tracedProperty().get().flatMap(t -> t.decision().outcome().at());
    worker.execute(
        () -> {
          Optional<Suggested> found =
              Suggested.place(routes, selected, deciding).map(at -> Suggested.of(routes, at));
          ui.execute(() -> then.accept(found));
        });
  }

  /** The request as a curl command; empty while there is none. */
  Optional<String> curl() {
    return asked.map(
        question ->
            new CurlCommand(method.get(), withScheme(url.get().strip()), namedHeaders()).text());
  }

  /** A test that the answer stays what it is; empty while there is none that is decided. */
  Optional<NewTest> test() {
    Optional<Traced> traced = model.tracedProperty().get();
    return asked
        .filter(question -> traced.filter(t -> t.request() == question.request()).isPresent())
        .flatMap(
            question ->
                Expectations.of(question.request(), traced.get().decision().outcome())
                    .map(
                        expectation ->
                            new NewTest(
                                method.get(),
                                withScheme(url.get().strip()),
                                question.request().headers(),
                                expectation,
                                Optional.empty())));
  }

  /** Keeps the request among the earlier ones, if it can be read. */
  void remember() {
    if (asked.isPresent()) {
      history.add(PastRequest.of(method.get(), url.get().strip(), namedHeaders()));
    }
  }

  /** What is asked now, as it stands in the fields. */
  PastRequest shown() {
    return new PastRequest(method.get(), url.get().strip(), namedHeaders());
  }

  /** Asks an earlier request again. */
  void again(PastRequest earlier) {
    method.set(earlier.method());
    headers.set(earlier.headers());
    url.set(earlier.url());
  }

  /** A URL that would match something, to try. */
  Optional<String> suggestion() {
    return model.snapshot().routes().hosts().stream()
        .filter(host -> !host.host().isEmpty() && !host.routes().isEmpty())
        .findFirst()
        .map(
            host -> {
              RouteTable.Route first = host.routes().getFirst();
              return "https://" + host.host().replace("*", "any") + first.path();
            });
  }

  /** Whether there is any Ingress to ask. */
  boolean hasRoutes() {
    return model.snapshot().resources().ingresses().findAny().isPresent();
  }

  void select(Location at, Object origin) {
    model.select(at, origin);
  }

  private void ask() {
    Optional<Request> request = read();
    if (request.isEmpty()) {
      asked = Optional.empty();
      wanted.set(Optional.empty());
      answer.set(Optional.empty());
      model.tracedProperty().set(Optional.empty());
      return;
    }
    asked = Optional.of(new Question(request.get(), model.snapshot()));
    wanted.set(asked);
    if (working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private Optional<Request> read() {
    String text = url.get().strip();
    error.set("");
    if (CurlCommand.looksLike(text)) {
      error.set(Messages.text("tester.curl.typed"));
      return Optional.empty();
    }
    if ("https://".startsWith(text) || "http://".startsWith(text)) {
      return Optional.empty();
    }
    try {
      Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (Header header : namedHeaders()) {
        byName.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
      }
      // Clients send their cookies in one header.
      byName.computeIfPresent("Cookie", (name, all) -> List.of(String.join("; ", all)));
      return Optional.of(Request.of(method.get(), withScheme(text), byName));
    } catch (IllegalArgumentException e) {
      error.set(e.getMessage());
      return Optional.empty();
    }
  }

  /** A row without a name is one that is being typed. */
  private List<Header> namedHeaders() {
    return headers.get().stream().filter(header -> !header.name().isBlank()).toList();
  }

  private static String withScheme(String text) {
    return text.contains("://") ? text : "https://" + text;
  }

  private void work() {
    try {
      Optional<Question> next = wanted.getAndSet(Optional.empty());
      while (next.isPresent()) {
        Question question = next.get();
        Traced traced =
            new Traced(
                question.request(),
                question.snapshot().routes().explain(question.request()),
                question.snapshot().version());
        Decided decided =
            new Decided(question, traced, AnswerBuilder.build(traced, question.snapshot()));
        ui.execute(() -> deliver(decided));
        next = wanted.getAndSet(Optional.empty());
      }
    } finally {
      working.set(false);
    }
    if (wanted.get().isPresent() && working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private void deliver(Decided decided) {
    if (asked.isPresent() && asked.get() == decided.question()) {
      answer.set(Optional.of(decided.answer()));
      model.tracedProperty().set(Optional.of(decided.traced()));
    }
  }
}
