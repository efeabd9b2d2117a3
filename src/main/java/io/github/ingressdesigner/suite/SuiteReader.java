package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.bind.KubeScalars;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Manifests.Source;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import io.github.ingressdesigner.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a suite of route tests and the manifests that it names. */
public final class SuiteReader {
  private static final Set<String> TOP =
      Set.of(
          "title", "controller", "source", "controllerConfig", "manifests", "requests", "routes");
  static final FieldPath ROUTES = FieldPath.of("routes");
  static final FieldPath REQUESTS = FieldPath.of("requests");
  private static final Set<String> CASE = Set.of("request", "expect", "verified", "why");
  private static final Set<String> REQUEST = Set.of("method", "url", "headers");

  private final Source source;
  private final Path folder;
  private final OpenTexts open;
  private final SuiteFields fields;

  private SuiteReader(String name, SourceText text, Path folder, OpenTexts open) {
    this.source = Source.of(name, text);
    this.folder = folder;
    this.open = open;
    this.fields = new SuiteFields(source);
  }

  /**
   * Reads a suite; never fails.
   *
   * @param name for messages
   * @param folder against which manifests given as files are resolved
   */
  public static SuiteRead read(String name, SourceText text, Path folder) {
    return read(name, text, folder, OpenTexts.NONE);
  }

  /**
   * The same where manifests may be open in an editor, with changes that are not saved.
   *
   * @param open goes before what stands on disk
   */
  public static SuiteRead read(String name, SourceText text, Path folder, OpenTexts open) {
    return new SuiteReader(name, text, folder, open).read();
  }

  private SuiteRead read() {
    List<YamlCursor> roots = new ArrayList<>();
    for (TextRange range : DocumentScanner.scan(source.text().string())) {
      switch (new YamlReader().read(source.text().slice(range))) {
        case ReadResult.Parsed parsed ->
            roots.add(
                new YamlCursor(
                    parsed.tree().root(),
                    range.start() + parsed.tree().rootOffset(),
                    Optional.empty()));
        case ReadResult.Empty _ -> {}
        case ReadResult.Template template -> {
          return refused(range.start(), template.why());
        }
        case ReadResult.Broken broken -> {
          return refused(range.start() + broken.offset(), broken.message());
        }
      }
    }
    if (roots.size() != 1) {
      return refused(
          roots.size() < 2 ? 0 : roots.get(1).start(),
          roots.isEmpty()
              ? "The suite is empty. It needs manifests and requests."
              : "A suite is one YAML document. Put the second one into a file of its own.");
    }
    return suite(roots.getFirst());
  }

  private SuiteRead refused(int offset, String message) {
    return new SuiteRead.Refused(List.of(new Notice(source.spot(offset), message)));
  }

  private SuiteRead suite(YamlCursor root) {
    if (!fields.isMapping(root, "A suite", TOP)) {
      return new SuiteRead.Refused(fields.notices());
    }
    Manifests manifests = Manifests.read(manifests(root));
    List<Notice> notices = new ArrayList<>(manifests.errors());
    List<Suite.Case> cases = new ArrayList<>();
    List<YamlCursor> entries = fields.list(root, "requests");
    for (int i = 0; i < entries.size(); i++) {
      readCase(entries.get(i), REQUESTS.index(i)).ifPresent(cases::add);
    }
    shortCases(root, cases);
    Suite suite =
        new Suite(
            source.name(),
            fields.text(root, "title"),
            fields.text(root, "controller"),
            config(root),
            manifests,
            cases);
    if (cases.isEmpty() && fields.notices().isEmpty()) {
      fields.notice(root, "The suite has no requests.");
    }
    notices.addAll(0, fields.notices());
    return notices.isEmpty() ? new SuiteRead.Ready(suite) : new SuiteRead.Refused(notices);
  }

  private Map<String, String> config(YamlCursor root) {
    Map<String, String> config = new LinkedHashMap<>();
    fields
        .get(root, "controllerConfig")
        .ifPresent(
            map -> {
              for (int i = 0; i < map.entries().size(); i++) {
                String key = KubeScalars.key(map.key(i).node()).orElse("");
                fields.written(map.value(i), key).ifPresent(value -> config.put(key, value));
              }
            });
    return config;
  }

  private void shortCases(YamlCursor root, List<Suite.Case> cases) {
    Optional<YamlCursor> routes = fields.get(root, "routes");
    if (routes.isPresent() && !(routes.get().node() instanceof Mapping)) {
      fields.notice(routes.get(), "routes must be lines of request: answer.");
      return;
    }
    for (int i = 0; i < routes.map(r -> r.entries().size()).orElse(0); i++) {
      YamlCursor key = routes.get().key(i);
      String request = KubeScalars.key(key.node()).orElse("");
      Optional<String> written = fields.written(routes.get().value(i), request);
      Optional<Expectation> answer = written.flatMap(ShortForm::answer);
      if (written.isPresent() && answer.isEmpty()) {
        fields.notice(
            routes.get().value(i),
            "\"%s\" is no answer. Write a Service (api, api:8080, api:8080 as /v1), a status (404),"
                    .formatted(written.get())
                + " a redirect (308 https://host/path), default, TLS refused or configuration"
                + " rejected.");
      }
      try {
        Request read = ShortForm.request(request);
        answer.ifPresent(
            a ->
                cases.add(
                    new Suite.Case(
                        fields.spot(key),
                        ROUTES.key(request),
                        read,
                        ShortForm.url(request),
                        a,
                        Optional.empty())));
      } catch (IllegalArgumentException e) {
        fields.notice(key, String.valueOf(e.getMessage()));
      }
    }
  }

  private Optional<Suite.Case> readCase(YamlCursor entry, FieldPath at) {
    if (!fields.isMapping(entry, "An entry of requests", CASE)) {
      return Optional.empty();
    }
    Optional<YamlCursor> expect = fields.get(entry, "expect");
    Optional<YamlCursor> request = fields.get(entry, "request");
    if (expect.isEmpty() || request.isEmpty()) {
      fields.notice(
          entry,
          "An entry of requests needs %s.".formatted(request.isEmpty() ? "request" : "expect"));
      return Optional.empty();
    }
    Optional<Expectation> expectation = new ExpectationReader(fields).read(expect.get());
    return request(request.get())
        .flatMap(
            r ->
                expectation.map(
                    e ->
                        new Suite.Case(
                            fields.spot(entry),
                            at,
                            r,
                            fields.text(request.get(), "url").orElse(""),
                            e,
                            fields.text(entry, "why"))));
  }

  private Optional<Request> request(YamlCursor request) {
    if (!fields.isMapping(request, "request", REQUEST)) {
      return Optional.empty();
    }
    Optional<YamlCursor> url = fields.get(request, "url");
    if (url.isEmpty()) {
      fields.notice(request, "The request has no url.");
      return Optional.empty();
    }
    try {
      return Optional.of(
          Request.literal(
              fields.text(request, "method").orElse("GET"),
              fields.written(url.get(), "url").orElse(""),
              headers(request)));
    } catch (IllegalArgumentException e) {
      fields.notice(url.get(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Map<String, List<String>> headers(YamlCursor request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Optional<YamlCursor> map = fields.get(request, "headers");
    map.filter(m -> !(m.node() instanceof Mapping))
        .ifPresent(m -> fields.notice(m, "headers must be a mapping."));
    for (int i = 0; i < map.map(m -> m.entries().size()).orElse(0); i++) {
      String name = KubeScalars.key(map.get().key(i).node()).orElse("");
      YamlCursor value = map.get().value(i);
      List<String> values = new ArrayList<>();
      if (value.node() instanceof Sequence) {
        for (int j = 0; j < value.items().size(); j++) {
          fields.written(value.item(j), name).ifPresent(values::add);
        }
      } else {
        fields.written(value, name).ifPresent(values::add);
      }
      headers.put(name, values);
    }
    return headers;
  }

  private List<Source> manifests(YamlCursor root) {
    Optional<YamlCursor> manifests = fields.get(root, "manifests");
    if (manifests.isEmpty()) {
      fields.notice(root, "The suite has no manifests. Write them as text or as a list of files.");
      return List.of();
    }
    if (manifests.get().node() instanceof Sequence) {
      List<Source> sources = new ArrayList<>();
      ManifestFiles files = new ManifestFiles(folder, open, fields);
      fields.list(root, "manifests").forEach(entry -> sources.addAll(files.read(entry)));
      return sources;
    }
    return fields
        .written(manifests.get(), "manifests")
        .map(text -> inline(manifests.get(), text))
        .stream()
        .toList();
  }

  /** The lines of a literal block are lines of the suite, so its messages can name them. */
  private Source inline(YamlCursor at, String text) {
    SourceText manifest = SourceText.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    if (!(at.node() instanceof Scalar scalar) || scalar.style() != Style.LITERAL) {
      return Source.of(source.name() + " (manifests)", manifest);
    }
    int firstLine = source.text().lines().lineOf(at.valueRange().start()) + 1;
    int first = 0;
    while (first < manifest.lines().lineCount() - 1 && line(manifest, first).isBlank()) {
      first++;
    }
    int lastLine = source.text().lines().lineCount() - 1;
    String written = line(source.text(), Math.min(firstLine + first, lastLine));
    int indent = indent(written) - indent(line(manifest, first));
    return new Source(source.name(), manifest, firstLine, Math.max(0, indent), Optional.empty());
  }

  private static String line(SourceText text, int line) {
    return text.slice(new TextRange(text.lines().startOf(line), text.lines().endOf(line)));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
