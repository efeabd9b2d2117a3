package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
  private static Shell render(String... more) {
    String[] args = new String[2 + more.length];
    args[0] = "render";
    args[1] = "-";
    System.arraycopy(more, 0, args, 2, more.length);
    return Shell.runWith(Shell.INGRESS, args);
  }

  @Test
  void pictureGoesToTheFileNamed(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("shop.svg");
    Shell shell = render("--out", out.toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    assertThat(Files.readString(out)).startsWith("<svg ").contains("shop.example", "api:8080");
  }

  @Test
  void dashWritesToStandardOutput() {
    assertThat(render("--out", "-").out()).startsWith("<svg ").endsWith("</svg>\n");
  }

  @Test
  void requestIsLitUpAndNamed() {
    Shell shell = render("-o", "-", "--trace", "GET http://shop.example/api/v1");
    assertThat(shell.out())
        .contains("the way of GET http://shop.example/api/v1 is lit up")
        .contains("s-traced\" stroke-width=\"4\"");
  }

  @Test
  void controllerIsNamedInTheTitle() {
    assertThat(render("-o", "-", "-c", "traefik").out()).contains("by the rules of Traefik");
  }

  @Test
  void otherEndingIsBadInput() {
    Shell shell = render("--out", "shop.gif");
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("ends in .svg or .png");
  }

  @Test
  void pngNeedsAWayToDrawIt() {
    Shell shell = render("--out", "shop.png");
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("Write SVG");
  }

  @Test
  void badTraceIsBadInput() {
    Shell shell = render("-o", "-", "--trace", "http://shop.example/");
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("Write a method and a URL");
  }

  @Test
  void unknownThemeIsBadInput() {
    assertThat(render("-o", "-", "--theme", "pink").code()).isEqualTo(CommandLineApp.BAD_INPUT);
  }

  @Test
  void folderThatIsNotThereIsTold() {
    Shell shell = render("-o", "/nowhere/at/all/x.svg");
    assertThat(shell.code()).isEqualTo(CommandLineApp.BAD_INPUT);
    assertThat(shell.err()).contains("cannot be written");
  }
}
