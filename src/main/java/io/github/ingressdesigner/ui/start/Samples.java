package io.github.ingressdesigner.ui.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The built-in sample, and the small one of the start page. */
public final class Samples {
  private static final List<String> FILES = List.of("ingress.yaml", "admin.yaml", "services.yaml");

  private Samples() {}

  /** The files of the sample, in the order in which they are opened. */
  public static List<NamedText> sample() {
    return FILES.stream().map(name -> new NamedText(name, read("sample/" + name))).toList();
  }

  /** The sample of the start page. */
  public static NamedText small() {
    return new NamedText("shop.yaml", read("sample/start.yaml"));
  }

  /** Requests to try on the sample, each a method and a URL; the first is shown at first. */
  public static List<SampleRequest> requests() {
    return read("sample/requests.txt")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" ", 2))
        .map(parts -> new SampleRequest(parts[0], parts[1]))
        .toList();
  }

  /** A request of the sample. */
  public record SampleRequest(String method, String url) {}

  static String read(String file) {
    try (InputStream in = Samples.class.getResourceAsStream("/io/github/ingressdesigner/" + file)) {
      if (in == null) {
        throw new IllegalStateException("bundled text missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bundled text " + file, e);
    }
  }
}
