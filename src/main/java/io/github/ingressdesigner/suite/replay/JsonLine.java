package io.github.ingressdesigner.suite.replay;

import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads one line that is a JSON object. */
final class JsonLine {
  /** Objects that hold the request. */
  private static final Set<String> REQUEST =
      Set.of("request", "req", "httprequest", "http_request");

  private static final Recorded.Line.Bad BROKEN =
      new Recorded.Line.Bad("The line is no complete JSON object.");

  /** NGINX without {@code escape=json} writes {@code \\x22}, which is no JSON. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER).build();

  private JsonLine() {}

  static Recorded.Line read(byte[] bytes, int start, int length) {
    JsonFields fields = new JsonFields();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, start, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return BROKEN;
      }
      object(parser, fields);
    } catch (JacksonException e) {
      return BROKEN;
    }
    return fields.inner().map(JsonLine::unwrapped).orElseGet(fields::line);
  }

  /** A line of text that a collector of logs put into a JSON object. */
  private static Recorded.Line unwrapped(String text) {
    return TextLine.read(text.stripTrailing(), TextLine.isEnvoy(text));
  }

  private static void object(JsonParser parser, JsonFields fields) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && REQUEST.contains(name.toLowerCase(Locale.ROOT))) {
        object(parser, fields);
      } else if (token == JsonToken.START_OBJECT && name.equals("headers")) {
        headers(parser, fields);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      } else {
        fields.put(name, parser.getString());
      }
    }
  }

  private static void headers(JsonParser parser, JsonFields fields) {
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
          } else {
            fields.putHeader(name, parser.getString());
          }
        }
      } else if (token.isStructStart()) {
        parser.skipChildren();
      } else {
        fields.putHeader(name, parser.getString());
      }
    }
  }
}
