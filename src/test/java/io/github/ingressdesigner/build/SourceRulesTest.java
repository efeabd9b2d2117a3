package io.github.ingressdesigner.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the sources themselves that no compiler checks. */
class SourceRulesTest {
  private static final int LONGEST_FILE = 600;
  private static final Path MAIN = Path.of("src/main/java/io/github/ingressdesigner");
  private static final Path RESOURCES = Path.of("src/main/resources/io/github/ingressdesigner");

  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    List<Path> unformatted = new ArrayList<>();
    for (Path file : FormatSources.files()) {
      String source = Files.readString(file);
      if (!FormatSources.format(source).equals(source)) {
        unformatted.add(file);
      }
    }
    assertThat(unformatted)
        .as("files to format; mvn -q test-compile exec:exec@format does it")
        .isEmpty();
  }

  @Test
  void noSourceIsTooLongToReadInOneSitting() throws IOException {
    List<String> longFiles = new ArrayList<>();
    for (Path file : FormatSources.files()) {
      int lines = Files.readAllLines(file).size();
      if (lines > LONGEST_FILE) {
        longFiles.add(file + ": " + lines);
      }
    }
    assertThat(longFiles).as("files of more than " + LONGEST_FILE + " lines").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      List<Path> silent =
          all.filter(Files::isDirectory)
              .filter(SourceRulesTest::holdsClasses)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).as("packages without package-info.java").isEmpty();
    }
  }

  @Test
  void everyTextIsUsedAndEveryUsedTextExists() throws IOException {
    Set<String> defined = new TreeSet<>();
    for (Path file : list(RESOURCES.resolve("messages"), ".properties")) {
      Properties texts = new Properties();
      try (var reader = Files.newBufferedReader(file)) {
        texts.load(reader);
      }
      String room = file.getFileName().toString().replace(".properties", "");
      for (String key : texts.stringPropertyNames()) {
        assertThat(key).as("key in " + file).startsWith(room + ".");
        defined.add(key);
      }
    }
    String rooms =
        defined.stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .distinct()
            .collect(Collectors.joining("|"));
    Pattern literal = Pattern.compile("\"((?:" + rooms + ")\\.[A-Za-z0-9.]*[A-Za-z0-9])(\\.)?\"");
    Set<String> used = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    for (Path file : list(MAIN.resolve("ui"), ".java")) {
      Matcher matcher = literal.matcher(Files.readString(file));
      while (matcher.find()) {
        (matcher.group(2) == null ? used : beginnings).add(matcher.group(1));
      }
    }
    used.removeIf(key -> !defined.contains(key) && key.matches(".*\\.(css|properties|yaml|png)"));
    // A key that stands for a group: "start.files" for "start.files.title" and its like.
    Set<String> groups = new TreeSet<>(used);
    groups.removeIf(group -> defined.stream().noneMatch(key -> key.startsWith(group + ".")));
    beginnings.addAll(groups);
    used.removeIf(key -> groups.contains(key) && !defined.contains(key));
    assertThat(defined).as("texts named in the code").containsAll(used);
    Set<String> unused = new TreeSet<>(defined);
    unused.removeAll(used);
    unused.removeIf(key -> beginnings.stream().anyMatch(start -> key.startsWith(start + ".")));
    assertThat(unused).as("texts that no code names").isEmpty();
  }

  @Test
  void onlyTheTokenSheetHoldsColourValues() throws IOException {
    Pattern colour = Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(");
    List<String> found = new ArrayList<>();
    for (Path file : list(RESOURCES.resolve("css"), ".css")) {
      if (!file.endsWith("tokens.css")) {
        Matcher matcher = colour.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(file.getFileName() + ": " + matcher.group());
        }
      }
    }
    assertThat(found).as("colour values outside tokens.css").isEmpty();
  }

  private static boolean holdsClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
