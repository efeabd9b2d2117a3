package io.github.ingressdesigner.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tables of the resource folder {@code annotations}: columns by tab, {@code #} begins a
 * comment, {@code !} a property of the whole table. A table of ours that cannot be read is a broken
 * program.
 */
final class TableReader {
  private static final String FOLDER = "/io/github/ingressdesigner/annotations/";

  private static final List<String> TABLES =
      List.of(
          "ingress-nginx",
          "f5-nginx",
          "traefik",
          "haproxy",
          "haproxy-ingress",
          "contour",
          "kong",
          "cert-manager",
          "external-dns",
          "kubernetes");

  private TableReader() {}

  static List<Family> families() {
    return TABLES.stream().map(name -> family(name, lines(name + ".tsv"))).toList();
  }

  static List<Topic> topics() {
    return topics(lines("translations.tsv"));
  }

  static Family family(String table, List<String> lines) {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String[]> rows = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      if (line.startsWith("!")) {
        properties.put(cells[0].substring(1), cells[1]);
      } else {
        rows.add(cells);
      }
    }
    String id = properties.get("id");
    List<String> prefixes = List.of(properties.get("prefixes").split(","));
    List<AnnotationDoc> docs =
        rows.stream().map(cells -> doc(table, id, prefixes.getFirst(), cells)).toList();
    return new Family(id, properties.get("name"), prefixes, docs);
  }

  private static AnnotationDoc doc(String table, String id, String prefix, String[] cells) {
    if (cells.length != 7) {
      throw new IllegalStateException(
          "row %s of %s has %d columns, expected 7".formatted(cells[0], table, cells.length));
    }
    History history = History.read(cells[5]);
    return new AnnotationDoc(
        id,
        whole(prefix, cells[0]),
        AnnotationDoc.Carrier.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        ValueType.read(cells[2]),
        cells[3].isEmpty() ? List.of() : List.of(cells[3].split(",")),
        Optional.of(cells[4]).filter(text -> !text.isEmpty()),
        history.withInstead(history.instead().map(key -> instead(prefix, key))),
        cells[6]);
  }

  private static String instead(String prefix, String key) {
    return key.startsWith("spec.") ? key : whole(prefix, key);
  }

  private static String whole(String prefix, String key) {
    return key.contains("/") ? key : prefix + key;
  }

  static List<Topic> topics(List<String> lines) {
    List<Topic> topics = new ArrayList<>();
    String title = "";
    List<String> keys = List.of();
    Map<String, String> how = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("!topic")) {
        if (!title.isEmpty()) {
          topics.add(new Topic(title, keys, how));
        }
        title = cells[1];
        how = new LinkedHashMap<>();
      } else if (cells[0].equals("!keys")) {
        keys = Arrays.stream(cells[1].split(" ")).toList();
      } else {
        how.put(cells[0], cells[1]);
      }
    }
    topics.add(new Topic(title, keys, how));
    return topics;
  }

  private static List<String> lines(String file) {
    try (InputStream in = TableReader.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("no table " + file + ", expected it in " + FOLDER);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
