package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Contexts whose name must be typed before anything is written. What a person said of a context
 * counts; of others the name is looked at. Thread-safe.
 */
public final class ProtectedContexts {
  private static final Pattern PRODUCTION =
      Pattern.compile("(?i)(^|[^a-z])(prod|production|prd|live)([^a-z]|$)");
  private static final String YES = "protected";
  private static final String NO = "open";

  private final Path file;

  /**
   * @param config the folder of our settings
   */
  public ProtectedContexts(Path config) {
    this.file = config.resolve("protected-contexts.txt");
  }

  /** Whether the name, or the server's, sounds like production. */
  public static boolean looksLikeProduction(KubeContext.Key key) {
    return PRODUCTION.matcher(key.name()).find() || PRODUCTION.matcher(key.server()).find();
  }

  /** A list that cannot be read protects every context. */
  public synchronized boolean isProtected(KubeContext.Key key) {
    try {
      String said = marks().get(line(key));
      return said == null ? looksLikeProduction(key) : said.equals(YES);
    } catch (IOException e) {
      return true;
    }
  }

  public synchronized void mark(KubeContext.Key key, boolean isProtected) throws IOException {
    Map<String, String> marks = marks();
    marks.put(line(key), isProtected ? YES : NO);
    List<String> lines = new ArrayList<>();
    marks.forEach((context, said) -> lines.add(said + "\t" + context));
    PrivateFiles.createFolder(file.getParent());
    PrivateFiles.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String line(KubeContext.Key key) {
    String line = key.file() + "\t" + key.name() + "\t" + key.server();
    return line.replaceAll("[\\r\\n]", " ");
  }

  private Map<String, String> marks() throws IOException {
    Map<String, String> marks = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          marks.put(line.substring(tab + 1), line.substring(0, tab));
        }
      }
    } catch (NoSuchFileException e) {
      return marks;
    }
    return marks;
  }
}
