package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineAppTest {
  @ParameterizedTest
  @ValueSource(strings = {"route", "test", "--help", "-h", "--version", "-V", "help"})
  void commandsAreKnown(String argument) {
    assertThat(CommandLineApp.isCommand(new String[] {argument, "x"})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.yaml", "--sample", "./route", "-"})
  void otherArgumentsOpenTheWindow(String argument) {
    assertThat(CommandLineApp.isCommand(new String[] {argument})).isFalse();
  }

  @Test
  void noArgumentsOpenTheWindow() {
    assertThat(CommandLineApp.isCommand(new String[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"route", "test"})
  void helpOfEachCommandShowsAnExample(String command) {
    Shell shell = Shell.run(command, "--help");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .startsWith("Usage: ingress-designer " + command)
        .contains("Examples:")
        .contains("  ingress-designer " + command + " ");
  }

  @Test
  void helpListsTheCommands() {
    assertThat(Shell.run("--help").out()).contains("route").contains("test").contains("Example:");
  }

  @Test
  void versionNamesTheProgram() {
    assertThat(Shell.run("--version").out()).startsWith("ingress-designer ");
  }

  @Test
  void unknownCommandIsBadInput() {
    assertThat(Shell.run("rout").code()).isEqualTo(2);
  }

  @Test
  void pipesGetNoColourCodes() {
    assertThat(Shell.runWith(Shell.SUITE, "test", "-").out()).doesNotContain("\u001b");
  }

  @Test
  void terminalsGetColourCodes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CommandLineApp(true)
        .run(
            new String[] {"test", "-"},
            new ByteArrayInputStream(Shell.SUITE.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream()));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b[32m2 passed\u001b[0m");
  }

  @Test
  void asciiTerminalsGetAsciiArrows() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CommandLineApp(false)
        .run(
            new String[] {"route", "-f", "-", "GET", "http://shop.example/"},
            new ByteArrayInputStream(Shell.INGRESS.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.US_ASCII),
            new PrintStream(new ByteArrayOutputStream()));
    assertThat(out.toString(StandardCharsets.US_ASCII)).contains("-> web:http");
  }
}
