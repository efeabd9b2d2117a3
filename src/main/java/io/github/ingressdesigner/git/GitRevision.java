package io.github.ingressdesigner.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The manifests of one revision of a repository. */
public final class GitRevision {
  /** Larger files are no manifests. */
  private static final long LARGEST = 64L << 20;

  /**
   * A file as it was.
   *
   * @param path from the root of the repository, with slashes
   */
  public record Blob(String path, byte[] bytes) {}

  private GitRevision() {}

  /**
   * An earlier version of files of the working tree: theirs, and the manifests beside and below
   * them that are gone now. What exists but is not named stays out of it.
   *
   * @param files absolute and normalised; at least one
   * @param revision as git takes it: {@code HEAD}, {@code main~2}, a tag, a commit
   * @return by their places in the working tree; a file that was not there yet is missing
   * @throws GitException when there is no repository, no working tree or no such revision
   */
  public static Map<Path, byte[]> earlier(List<Path> files, String revision) throws GitException {
    Path folder = commonFolder(files);
    Set<Path> named = Set.copyOf(files);
    Map<Path, byte[]> earlier = new LinkedHashMap<>();
    read(
        folder,
        revision,
        "",
        (repository, path) -> {
          Path place = place(repository, path);
          return named.contains(place) || place.startsWith(folder) && Files.notExists(place);
        },
        (repository, blob) -> earlier.put(place(repository, blob.path()), blob.bytes()));
    return earlier;
  }

  private static Path commonFolder(List<Path> files) {
    Path folder = files.getFirst().getParent();
    for (Path file : files) {
      while (!file.startsWith(folder)) {
        folder = folder.getParent();
      }
    }
    return folder;
  }

  private static Path place(Repository repository, String path) {
    return repository.getWorkTree().toPath().toAbsolutePath().normalize().resolve(path);
  }

  private interface Wanted {
    boolean test(Repository repository, String path);
  }

  private interface Taker {
    void take(Repository repository, Blob blob);
  }

  /**
   * All YAML and JSON files of a revision; hidden folders are left out.
   *
   * @param inside a folder of the repository
   * @param revision as git takes it: {@code HEAD}, {@code main~2}, a tag, a commit
   * @param under a file or folder, from the root of the repository; empty for all
   * @throws GitException when there is no repository or no such revision
   */
  public static List<Blob> manifests(Path inside, String revision, String under)
      throws GitException {
    List<Blob> blobs = new ArrayList<>();
    read(inside, revision, under, (_, _) -> true, (_, blob) -> blobs.add(blob));
    return blobs;
  }

  private static void read(Path inside, String revision, String under, Wanted wanted, Taker taker)
      throws GitException {
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(inside.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      throw new GitException(
          inside.toAbsolutePath() + " is in no git repository, so " + revision + " is unknown.");
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      ObjectId tree = repository.resolve(revision + "^{tree}");
      if (tree == null) {
        throw new GitException(
            "There is no revision %s in %s.".formatted(revision, repository.getDirectory()));
      }
      walk(repository, tree, under, wanted, taker);
    } catch (NoWorkTreeException e) {
      throw new GitException(inside.toAbsolutePath() + " is in a repository without files.", e);
    } catch (RevisionSyntaxException e) {
      throw new GitException(revision + " is no revision: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new GitException("The repository cannot be read: " + e.getMessage(), e);
    }
  }

  private static void walk(
      Repository repository, ObjectId tree, String under, Wanted wanted, Taker taker)
      throws IOException {
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      if (!under.isEmpty()) {
        walk.setFilter(PathFilter.create(under));
      }
      while (walk.next()) {
        String path = walk.getPathString();
        boolean file = (walk.getRawMode(0) & 0170000) == 0100000;
        if (file && isManifest(path) && wanted.test(repository, path)) {
          var loader = repository.open(walk.getObjectId(0));
          if (loader.getSize() <= LARGEST) {
            taker.take(repository, new Blob(path, loader.getBytes()));
          }
        }
      }
    }
  }

  private static boolean isManifest(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    boolean hidden = name.startsWith(".") || name.contains("/.");
    return !hidden && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }
}
