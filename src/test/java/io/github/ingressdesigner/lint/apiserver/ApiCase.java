package io.github.ingressdesigner.lint.apiserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One manifest with the answer of a real server. The directory is that of the test resources, or
 * the system property {@code api.cases.dir}.
 */
record ApiCase(String file, Map<String, Object> entry) {
  private static final Pattern REPEAT = Pattern.compile("\\$\\{repeat:([^:}{]*):(\\d+)}");
  private static final Pattern PEM = Pattern.compile("\\$\\{pem-(begin|end):([^}]*)}");

  /** Of a server, or of another version where that differs. */
  record Answer(
      int status, List<Map<String, String>> causes, String message, List<String> warnings) {
    @SuppressWarnings("unchecked")
    static Answer of(Map<String, Object> map) {
      return new Answer(
          (Integer) map.get("status"),
          (List<Map<String, String>>) map.getOrDefault("causes", List.of()),
          (String) map.getOrDefault("message", ""),
          (List<String>) map.getOrDefault("warnings", List.of()));
    }
  }

  static List<ApiCase> all() {
    String other = System.getProperty("api.cases.dir", "");
    try {
      Path folder =
          other.isEmpty() ? Path.of(ApiCase.class.getResource("cases").toURI()) : Path.of(other);
      List<ApiCase> cases = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
          cases.addAll(read(file));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<ApiCase> read(Path file) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(64 << 20);
    List<Map<String, Object>> entries =
        new Yaml(new SafeConstructor(options)).load(Files.readString(file));
    String name = file.getFileName().toString().replace(".yaml", "");
    return entries.stream()
        .map(entry -> new ApiCase(name, (Map<String, Object>) expanded(entry)))
        .toList();
  }

  private static Object expanded(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> expanded(text);
      case List<?> list -> {
        List<Object> items = new ArrayList<>();
        list.forEach(item -> items.add(expanded(item)));
        yield items;
      }
      case Map<?, ?> map -> {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        map.forEach((k, v) -> fields.put((String) expanded(k), expanded(v)));
        yield fields;
      }
      default -> value;
    };
  }

  private static String expanded(String text) {
    String repeated =
        REPEAT
            .matcher(text)
            .replaceAll(
                m -> Matcher.quoteReplacement(m.group(1).repeat(Integer.parseInt(m.group(2)))));
    return PEM.matcher(repeated)
        .replaceAll(m -> "-----" + m.group(1).toUpperCase(java.util.Locale.ROOT) + " $2-----")
        .replace("${suffix}", "xxxxx");
  }

  String name() {
    return (String) entry.get("name");
  }

  String manifest() {
    return (String) entry.get("manifest");
  }

  @SuppressWarnings("unchecked")
  List<String> given() {
    return (List<String>) entry.getOrDefault("given", List.of());
  }

  boolean isUpdate() {
    return Boolean.TRUE.equals(entry.get("update"));
  }

  boolean goText() {
    return Boolean.TRUE.equals(entry.get("goText"));
  }

  /** Whether the request names what only a cluster knows, or another address. */
  boolean needsCluster(Answer answer) {
    return answer.status() == 409
        || entry.containsKey("target")
        || entry.containsKey("sentTo")
        || answer.message().contains("does not match the name on the URL")
        || answer.status() == 404 && answer.message().equals("namespaces \"nowhere\" not found");
  }

  /** Whether kubectl alone tells: it sends each object to its own address. */
  boolean byKubectl() {
    return name().startsWith("kind-list")
        || name().startsWith("kind-ingress-list")
        || name().equals("kind-other");
  }

  boolean kubectlRefuses() {
    return ((Map<?, ?>) entry.get("kubectl")).get("exit") instanceof Integer exit && exit != 0;
  }

  @SuppressWarnings("unchecked")
  Answer server() {
    return Answer.of((Map<String, Object>) entry.get("server"));
  }

  /** The answer of the newer server. */
  @SuppressWarnings("unchecked")
  Optional<Answer> other() {
    List<Map<String, Object>> others =
        (List<Map<String, Object>>) entry.getOrDefault("otherVersions", List.of());
    return others.stream().findFirst().map(Answer::of);
  }

  @SuppressWarnings("unchecked")
  Optional<Answer> lenient() {
    Map<String, Object> lenient = (Map<String, Object>) entry.get("lenient");
    return Optional.ofNullable(lenient).map(Answer::of);
  }

  /** The kind of the file's address. */
  ServedKind collection() {
    return file.startsWith("ingressclass")
        ? ServedKind.INGRESS_CLASS
        : file.startsWith("service")
            ? ServedKind.SERVICE
            : file.startsWith("secret") ? ServedKind.SECRET : ServedKind.INGRESS;
  }
}
