package io.github.ingressdesigner.suite.replay;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads {@code log.entries[].request} of an HTTP Archive 1.2, token by token; bodies and answers
 * are passed over without being held.
 */
final class HarReader {
  private static final Recorded.Line.Bad NO_URL =
      new Recorded.Line.Bad("The entry has no request with a URL.");

  /** Receives each entry with its line. */
  interface Entries {
    /** Whether to go on. */
    boolean entry(long line, Recorded.Line read);
  }

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final Entries entries;

  private HarReader(Entries entries) {
    this.entries = entries;
  }

  static void read(InputStream in, Entries entries) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
      try {
        if (parser.nextToken() == JsonToken.START_OBJECT && enter(parser, "log")) {
          new HarReader(entries).log(parser);
        }
      } catch (JacksonException e) {
        entries.entry(
            parser.currentLocation().getLineNr(),
            new Recorded.Line.Bad("The file is no complete JSON from here on."));
      }
    }
  }

  /** Goes into the object of this name. */
  private static boolean enter(JsonParser parser, String wanted) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals(wanted) && token == JsonToken.START_OBJECT) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private void log(JsonParser parser) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("entries") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          long line = parser.currentTokenLocation().getLineNr();
          if (!entries.entry(line, entry(parser))) {
            return;
          }
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private static Recorded.Line entry(JsonParser parser) {
    Recorded.Line found = NO_URL;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("request") && token == JsonToken.START_OBJECT) {
        found = request(parser);
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private static Recorded.Line request(JsonParser parser) {
    String method = "";
    String url = "";
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("method")) {
        method = parser.getValueAsString("");
      } else if (name.equals("url")) {
        url = parser.getValueAsString("");
      } else if (name.equals("headers") && token == JsonToken.START_ARRAY) {
        headers(parser, headers);
      } else {
        parser.skipChildren();
      }
    }
    if (url.isEmpty()) {
      return NO_URL;
    }
    return withHost(Recorded.of(method, Optional.empty(), Optional.empty(), url, headers));
  }

  /** The Host header is what is routed. */
  private static Recorded.Line withHost(Recorded.Line line) {
    if (line instanceof Recorded.Line.Told(Recorded told)) {
      List<String> hosts = told.headers().getOrDefault("host", List.of());
      if (!hosts.isEmpty()) {
        return new Recorded.Line.Told(
            new Recorded(
                told.method(),
                told.scheme(),
                Optional.of(hosts.getFirst()),
                told.target(),
                told.headers()));
      }
    }
    return line;
  }

  private static void headers(JsonParser parser, Map<String, List<String>> headers) {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String key = "";
      String value = "";
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (name.equals("name")) {
          key = parser.getValueAsString("");
        } else if (name.equals("value")) {
          value = parser.getValueAsString("");
        } else {
          parser.skipChildren();
        }
      }
      if (!key.isEmpty() && !key.startsWith(":")) {
        headers
            .computeIfAbsent(key.equalsIgnoreCase("host") ? "host" : key, k -> new ArrayList<>(1))
            .add(value);
      }
    }
  }
}
