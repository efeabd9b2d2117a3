package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the manifests of a folder. Hidden files and folders, {@code node_modules} and {@code
 * target} are passed over, folders behind links too; how many files, and how deep, is limited.
 */
public final class FolderScan {
  public static final int MOST_FILES = 2_000;
  static final int DEEPEST = 16;

  /** Beyond this many names, manifests or not, the folder is not one of manifests. */
  private static final int MOST_SEEN = 200_000;

  /** What is looked at to tell the kinds of a file. */
  private static final int HEAD = 1 << 20;

  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target");
  private static final Pattern KIND =
      Pattern.compile("(?:^|[{,\\s-])[\"']?kind[\"']?[ \\t]*:[ \\t]*[\"']?([A-Za-z]+)");
  private static final Pattern API_VERSION =
      Pattern.compile("(?:^|[{,\\s-])[\"']?apiVersion[\"']?[ \\t]*:");

  private final BooleanSupplier cancelled;
  private final List<Entry> found = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();
  private boolean complete = true;
  private int seen;

  /**
   * A manifest.
   *
   * @param kinds what is written behind {@code kind:} somewhere in its first megabyte; a quick look
   *     without reading YAML
   */
  public record Entry(Path path, Set<String> kinds) {
    public Entry {
      kinds = Set.copyOf(kinds);
    }

    /** Whether it takes part in routing: an Ingress or an IngressClass is in it. */
    public boolean holdsRouting() {
      return kinds.contains("Ingress") || kinds.contains("IngressClass");
    }
  }

  /**
   * What was found.
   *
   * @param files each folder's own files first, then its folders; by name
   * @param complete false where a limit ended the search
   * @param unreadable folders and files that could not be read
   */
  public record Listing(Path folder, List<Entry> files, boolean complete, List<Path> unreadable) {
    public Listing {
      files = List.copyOf(files);
      unreadable = List.copyOf(unreadable);
    }
  }

  private FolderScan(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /**
   * All YAML files, and the JSON files that say {@code apiVersion}. Blocks; to be called off the UI
   * thread.
   *
   * @param cancelled asked now and then; when true the search ends with what it has
   * @throws DiskException if the folder itself cannot be read
   */
  public static Listing scan(Path folder, BooleanSupplier cancelled) throws DiskException {
    if (!Files.isDirectory(folder)) {
      throw new DiskException(folder + " is no folder (any more).");
    }
    if (!Files.isReadable(folder)) {
      throw new DiskException("You have no permission to read the folder " + folder + ".");
    }
    FolderScan scan = new FolderScan(cancelled);
    scan.visit(folder, 0);
    return new Listing(folder, scan.found, scan.complete, scan.unreadable);
  }

  private void visit(Path folder, int depth) {
    if (!complete || seen > MOST_SEEN) {
      complete = false;
      return;
    }
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (cancelled.getAsBoolean()) {
          complete = false;
          return;
        }
        seen++;
        String name = child.getFileName().toString();
        if (name.startsWith(".") || PASSED_OVER.contains(name)) {
          continue;
        }
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(child);
        } else if (isManifestName(name) && Files.isRegularFile(child)) {
          files.add(child);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      unreadable.add(folder);
      return;
    }
    files.sort(byName());
    folders.sort(byName());
    files.forEach(this::add);
    if (depth == DEEPEST) {
      complete &= folders.isEmpty();
      return;
    }
    folders.forEach(inner -> visit(inner, depth + 1));
  }

  private static Comparator<Path> byName() {
    return Comparator.comparing(
            (Path path) -> path.getFileName().toString(), String.CASE_INSENSITIVE_ORDER)
        .thenComparing(Path::compareTo);
  }

  private static boolean isManifestName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  private void add(Path file) {
    if (cancelled.getAsBoolean() || found.size() == MOST_FILES) {
      complete = false;
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
      if (!json || API_VERSION.matcher(head).find()) {
        found.add(new Entry(file, kinds(head)));
      }
    } catch (IOException e) {
      unreadable.add(file);
    }
  }

  private static Set<String> kinds(String text) {
    Set<String> kinds = new TreeSet<>();
    Matcher matcher = KIND.matcher(text);
    while (matcher.find() && kinds.size() < 100) {
      kinds.add(matcher.group(1));
    }
    return kinds;
  }
}
