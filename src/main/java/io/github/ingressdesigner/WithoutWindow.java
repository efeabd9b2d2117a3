package io.github.ingressdesigner;

import io.github.ingressdesigner.cli.CommandLineApp;
import io.github.ingressdesigner.ui.start.NamedText;
import io.github.ingressdesigner.ui.start.Samples;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Application;

/** What can be shown where no window can open: the sample routed in the terminal, and a picture. */
final class WithoutWindow {
  private static final String PACKAGES = "libgtk-3-0 libxtst6 libxxf86vm1 libgl1";

  private final PrintStream out;

  WithoutWindow(PrintStream out) {
    this.out = out;
  }

  /**
   * @return the exit code
   */
  int run(List<String> missing, String[] args) {
    out.println("Ingress Designer cannot open its window here.");
    missing.forEach(sentence -> out.println("  " + sentence));
    out.println();
    out.println("On Debian or Ubuntu this installs what a window needs:");
    out.println("  sudo apt-get install " + PACKAGES);
    out.println("Without a screen, a virtual one does: sudo apt-get install xvfb, then");
    out.println("  xvfb-run <the same command>");
    out.println();
    if (Start.of(List.of(args)).paths().isEmpty()) {
      routeSample();
    } else {
      out.println("To route requests through your files without a window:");
      out.println("  ingress-designer route --explain -f FILE GET https://host/path");
      out.println();
    }
    return draw(args);
  }

  private void routeSample() {
    out.println("Meanwhile, the requests of the built-in sample and where they go:");
    String yaml =
        Samples.sample().stream().map(NamedText::text).collect(Collectors.joining("---\n"));
    for (Samples.SampleRequest request : Samples.requests()) {
      out.println();
      String[] command = {"route", "-f", "-", request.method(), request.url()};
      new CommandLineApp(false)
          .run(command, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), out, out);
    }
    out.println();
    out.println("With --explain, the command route tells every candidate and why it lost.");
    out.println();
  }

  /** Draws on the platform that needs no screen; the properties must be set before it starts. */
  private int draw(String[] args) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Path picture = Picture.place();
    try {
      Application.launch(Picture.class, args);
    } catch (RuntimeException e) {
      out.println("A picture of the window cannot be drawn either: " + e.getMessage());
      return CommandLineApp.BROKEN;
    }
    out.println("A picture of the window was saved to");
    out.println("  " + picture);
    return CommandLineApp.OK;
  }
}
