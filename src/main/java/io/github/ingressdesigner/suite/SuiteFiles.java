package io.github.ingressdesigner.suite;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which files are suites: those whose name ends with {@code .routes.yaml} or {@code .routes.yml},
 * beside the manifests or in a folder below.
 */
public final class SuiteFiles {
  public static final String ENDING = ".routes.yaml";

  private static final List<String> ENDINGS = List.of(ENDING, ".routes.yml");
  private static final List<String> YAML = List.of(".yaml", ".yml", ".json");

  /** More files and folders than this are not looked through. */
  private static final int MOST_SEEN = 50_000;

  private static final int DEEPEST = 16;
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target");

  private SuiteFiles() {}

  /** The suites of one folder, by name; none where it cannot be read. */
  public static List<Path> in(Path folder) {
    return find(folder, 1);
  }

  /**
   * The suites of a folder and of those below it; hidden folders, {@code node_modules} and {@code
   * target} are passed over.
   */
  public static List<Path> below(Path folder) {
    return find(folder, DEEPEST);
  }

  private static List<Path> find(Path folder, int depth) {
    List<Path> found = new ArrayList<>();
    int[] seen = {0};
    try {
      Files.walkFileTree(
          folder,
          Set.of(),
          depth,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
              String name = String.valueOf(at.getFileName());
              boolean skipped = name.startsWith(".") || PASSED_OVER.contains(name);
              return skipped && !at.equals(folder)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (isSuite(file.getFileName().toString()) && !attributes.isDirectory()) {
                found.add(file);
              }
              return ++seen[0] > MOST_SEEN ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A folder that went meanwhile holds no suites.
      return List.of();
    }
    Collections.sort(found);
    return found;
  }

  /**
   * @param name of a file, with or without its folder
   */
  public static boolean isSuite(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /**
   * What the suite of a manifest is called: {@code shop.routes.yaml} for {@code shop.yaml}.
   *
   * @param more comes before the ending
   */
  public static String nameFor(String manifest, String more) {
    String lower = manifest.toLowerCase(Locale.ROOT);
    int cut = YAML.stream().filter(lower::endsWith).findFirst().map(String::length).orElse(0);
    return manifest.substring(0, manifest.length() - cut) + more + ENDING;
  }
}
