package io.github.ingressdesigner.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.AbortedByHookException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A folder under git: what HEAD holds, what differs from it, and commits of chosen files. Nothing
 * is ever pushed or fetched. Every method opens the repository anew, so that what other programs
 * did in between is seen; none belongs on the JavaFX thread.
 */
public final class WorkTree {
  private static final int SHORT_ID = 7;

  private final Path root;
  private final Path gitDir;

  private WorkTree(Path root, Path gitDir) {
    this.root = root;
    this.gitDir = gitDir;
  }

  /**
   * The working tree around a folder; empty where there is none.
   *
   * @throws GitException when the repository cannot be read
   */
  public static Optional<WorkTree> around(Path inside) throws GitException {
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(inside.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.setMustExist(true).build()) {
      return repository.isBare()
          ? Optional.empty()
          : Optional.of(
              new WorkTree(
                  repository.getWorkTree().toPath().toAbsolutePath().normalize(),
                  repository.getDirectory().toPath()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The folder that holds {@code .git}. */
  public Path root() {
    return root;
  }

  /**
   * What HEAD holds of some files; those that it does not have, or that lie elsewhere, are left
   * out.
   *
   * @throws GitException when the repository cannot be read
   */
  public Map<Path, byte[]> head(Collection<Path> files) throws GitException {
    try (Repository repository = open()) {
      ObjectId tree = repository.resolve(Constants.HEAD + "^{tree}");
      Map<Path, byte[]> found = new HashMap<>();
      if (tree != null) {
        for (Path file : files) {
          Optional<String> name = name(file);
          if (name.isPresent()) {
            blob(repository, tree, name.get()).ifPresent(bytes -> found.put(file, bytes));
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Optional<byte[]> blob(Repository repository, ObjectId tree, String name)
      throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, name, tree)) {
      return walk == null || (walk.getRawMode(0) & 0170000) != 0100000
          ? Optional.empty()
          : Optional.of(repository.open(walk.getObjectId(0)).getBytes());
    }
  }

  /**
   * What differs from HEAD.
   *
   * @throws GitException when the repository cannot be read
   */
  public GitStatus status() throws GitException {
    try (Repository repository = open()) {
      ObjectId head = repository.resolve(Constants.HEAD);
      IndexDiff diff = new IndexDiff(repository, Constants.HEAD, new FileTreeIterator(repository));
      diff.diff();
      Map<Path, GitState> changed = new LinkedHashMap<>();
      put(changed, diff.getUntracked(), GitState.UNTRACKED);
      put(changed, diff.getModified(), GitState.MODIFIED);
      put(changed, diff.getChanged(), GitState.MODIFIED);
      put(changed, diff.getAdded(), GitState.ADDED);
      put(changed, diff.getRemoved(), GitState.DELETED);
      put(changed, diff.getMissing(), GitState.DELETED);
      put(changed, diff.getConflicting(), GitState.CONFLICTED);
      return new GitStatus(root, branch(repository), head == null, changed);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private static String branch(Repository repository) throws IOException {
    String branch = repository.getBranch();
    return ObjectId.isId(branch) ? branch.substring(0, SHORT_ID) : branch;
  }

  private void put(Map<Path, GitState> changed, Set<String> names, GitState state) {
    names.forEach(name -> changed.put(root.resolve(name), state));
  }

  /**
   * Commits some files as they are on disk, and nothing else that is staged. Hooks of the
   * repository run as git runs them.
   *
   * @param files of this working tree; deleted ones too
   * @return the first characters of the commit's id
   * @throws GitException when there is nothing to commit, git does not know the author, a hook
   *     refuses, or the repository cannot be written
   */
  public String commit(List<Path> files, String message) throws GitException {
    try (Repository repository = open();
        Git git = new Git(repository)) {
      UserConfig user = repository.getConfig().get(UserConfig.KEY);
      if (user.isAuthorNameImplicit() || user.isAuthorEmailImplicit()) {
        throw new GitException(
            "Git does not know who commits. Set it by: git config --global user.name \"Your Name\""
                + " and git config --global user.email you@example.com");
      }
      return commit(git, files, message);
    } catch (AbortedByHookException e) {
      throw new GitException(
          "The hook %s refused the commit: %s".formatted(e.getHookName(), e.getHookStdErr()), e);
    } catch (GitAPIException | JGitInternalException e) {
      throw new GitException("The commit failed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String commit(Git git, List<Path> files, String message)
      throws GitException, GitAPIException, IOException {
    AddCommand add = git.add().setAll(true);
    PrintStream unseen = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    CommitCommand commit =
        git.commit()
            .setMessage(message)
            .setAllowEmpty(false)
            .setHookOutputStream(unseen)
            .setHookErrorStream(unseen);
    for (Path file : files) {
      String name =
          name(file)
              .orElseThrow(() -> new GitException(file + " is not in the repository " + root));
      add.addFilepattern(name);
      commit.setOnly(name);
    }
    if (files.isEmpty()) {
      throw new GitException("No file was chosen, so there is nothing to commit.");
    }
    add.call();
    RevCommit made = commit.call();
    return made.abbreviate(SHORT_ID).name();
  }

  /**
   * The first line of the message of HEAD's commit; empty before the first commit.
   *
   * @throws GitException when the repository cannot be read
   */
  public Optional<String> lastMessage() throws GitException {
    try (Repository repository = open();
        RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      return head == null
          ? Optional.empty()
          : Optional.of(walk.parseCommit(head).getShortMessage());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Optional<String> name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root)
        ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
        : Optional.empty();
  }

  private Repository open() throws IOException {
    return new FileRepositoryBuilder()
        .setGitDir(gitDir.toFile())
        .setWorkTree(root.toFile())
        .setMustExist(true)
        .build();
  }

  private static GitException unreadable(Exception e) {
    return new GitException("The repository cannot be read: " + e.getMessage(), e);
  }
}
