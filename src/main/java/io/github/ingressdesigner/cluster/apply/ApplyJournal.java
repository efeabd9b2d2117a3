package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that was written to clusters, in a file of our own that only its owner can read: a line
 * before each write and a line after it, so that a write whose answer never came is known too. No
 * secret: Secrets are kept by their names only.
 */
public final class ApplyJournal {
  /** Where a write stands. */
  public enum Outcome {
    /** The answer never came. */
    OPEN,
    DONE,
    /** The server refused it, so nothing changed. */
    FAILED
  }

  /**
   * One write.
   *
   * @param id rises
   * @param context name of the context, and its file and server
   * @param cluster uid of kube-system, where it was readable
   * @param action {@code apply}, {@code delete} or {@code undo of N}
   * @param before the object as it was; empty where there was none
   * @param after the object as it was then; empty where it was deleted, or the write failed
   */
  public record Entry(
      int id,
      Instant at,
      String context,
      String file,
      String server,
      Optional<String> cluster,
      String action,
      KubeObject.Key key,
      String plural,
      Optional<KubeObject> before,
      Optional<KubeObject> after,
      Outcome outcome) {}

  private static final String NAME = "cluster-writes.jsonl";

  private final Path file;

  /**
   * @param state the folder of our state
   */
  public ApplyJournal(Path state) {
    this.file = state.resolve(NAME);
  }

  /** All writes, the oldest first. */
  public synchronized List<Entry> entries() throws IOException {
    Map<Integer, Entry> entries = new LinkedHashMap<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    for (String line : lines) {
      Optional<JsonNode> node = parse(line);
      if (node.isEmpty()) {
        continue;
      }
      int id = node.get().path("id").asInt(0);
      Entry known = entries.get(id);
      if (known == null) {
        entries.put(id, begin(id, node.get()));
      } else {
        entries.put(id, end(known, node.get()));
      }
    }
    return new ArrayList<>(entries.values());
  }

  /** Before the write. */
  synchronized int begin(Entry entry) throws IOException {
    int id = 1;
    for (Entry known : entries()) {
      id = Math.max(id, known.id() + 1);
    }
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("id", id);
    line.put("at", entry.at().toString());
    line.put("context", entry.context());
    line.put("file", entry.file());
    line.put("server", entry.server());
    entry.cluster().ifPresent(uid -> line.put("cluster", uid));
    line.put("action", entry.action());
    line.put("apiVersion", entry.key().apiVersion());
    line.put("kind", entry.key().kind());
    line.put("plural", entry.plural());
    entry.key().namespace().ifPresent(namespace -> line.put("namespace", namespace));
    line.put("name", entry.key().name());
    entry.before().ifPresent(object -> line.set("before", content(object)));
    append(line);
    return id;
  }

  /** After it. */
  synchronized void end(int id, Outcome outcome, Optional<KubeObject> after) throws IOException {
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("id", id);
    line.put("outcome", outcome.name());
    after.ifPresent(object -> line.set("after", content(object)));
    append(line);
  }

  /** Of a Secret its name only: what is not in the file cannot leak. */
  private static ObjectNode content(KubeObject object) {
    ObjectNode copy = object.copy();
    if (object.kind().equals("Secret")) {
      copy.remove(List.of("data", "stringData"));
    }
    return copy;
  }

  private void append(ObjectNode line) throws IOException {
    PrivateFiles.createFolder(file.getParent());
    PrivateFiles.append(file, (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<JsonNode> parse(String line) {
    try {
      return Optional.of(JsonMapper.shared().readTree(line)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      // a line cut off by a crash: what stands before it still counts
      return Optional.empty();
    }
  }

  private static Entry begin(int id, JsonNode line) {
    return new Entry(
        id,
        Instant.parse(line.path("at").asString("1970-01-01T00:00:00Z")),
        line.path("context").asString(""),
        line.path("file").asString(""),
        line.path("server").asString(""),
        text(line, "cluster"),
        line.path("action").asString(""),
        new KubeObject.Key(
            line.path("apiVersion").asString(""),
            line.path("kind").asString(""),
            text(line, "namespace"),
            line.path("name").asString("")),
        line.path("plural").asString(""),
        object(line, "before"),
        Optional.empty(),
        Outcome.OPEN);
  }

  private static Entry end(Entry known, JsonNode line) {
    Outcome outcome =
        line.path("outcome").asString("").equals("DONE") ? Outcome.DONE : Outcome.FAILED;
    return new Entry(
        known.id(),
        known.at(),
        known.context(),
        known.file(),
        known.server(),
        known.cluster(),
        known.action(),
        known.key(),
        known.plural(),
        known.before(),
        object(line, "after"),
        outcome);
  }

  private static Optional<String> text(JsonNode line, String field) {
    return Optional.of(line.path(field).asString("")).filter(value -> !value.isEmpty());
  }

  private static Optional<KubeObject> object(JsonNode line, String field) {
    return line.path(field) instanceof ObjectNode node
        ? Optional.of(new KubeObject(node))
        : Optional.empty();
  }
}
