package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.cluster.pull.PullPlan.Item;
import io.github.ingressdesigner.cluster.pull.PullPlan.State;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans and writes the files of a pull. */
public final class PullFiles {
  private PullFiles() {}

  /**
   * Compares what was pulled with a folder; writes nothing.
   *
   * @param pattern one without a problem
   * @param namespace of objects in the folder that name none
   * @throws DiskException where the folder cannot be read
   */
  public static PullPlan plan(Pulled pulled, Path folder, FilePattern pattern, String namespace)
      throws DiskException {
    Path root = folder.toAbsolutePath().normalize();
    FolderObjects existing;
    try {
      existing = FolderObjects.read(root, namespace);
    } catch (IOException | UncheckedIOException e) {
      throw new DiskException("The folder " + root + " cannot be read: " + e.getMessage());
    }
    List<Item> items = new ArrayList<>();
    for (KubeObject object : pulled.objects()) {
      items.add(item(Clean.of(object), root, pattern, existing));
    }
    items.sort(Comparator.comparing(Item::path));
    return new PullPlan(root, items);
  }

  private static Item item(
      KubeObject clean, Path root, FilePattern pattern, FolderObjects existing) {
    KubeObject.Key key = clean.key();
    String text = YamlText.of(clean);
    Optional<FolderObjects.Found> found = existing.find(key);
    if (found.isPresent()) {
      FolderObjects.Found there = found.get();
      State state =
          there.meaning().json().equals(clean.json())
              ? State.SAME
              : there.alone() ? State.DIFFERENT : State.BY_HAND;
      return new Item(key, there.file(), state, Optional.of(there.text()), text);
    }
    Path path = root.resolve(pattern.path(key)).normalize();
    // a file of that name with something else in it
    return Files.exists(path)
        ? new Item(key, path, State.BY_HAND, Optional.empty(), text)
        : new Item(key, path, State.NEW, Optional.empty(), text);
  }

  /**
   * Writes the new files, and over those that the person agreed to after seeing the difference.
   *
   * @param agreed paths of items that differ
   * @return what was written
   * @throws DiskException at the first file that cannot be written; those before it stay
   */
  public static List<Path> write(PullPlan plan, Set<Path> agreed) throws DiskException {
    FileStore store = new FileStore();
    List<Path> written = new ArrayList<>();
    for (Item item : plan.files()) {
      byte[] bytes = item.after().getBytes(StandardCharsets.UTF_8);
      if (item.state() == State.NEW) {
        create(item.path(), bytes);
        written.add(item.path());
      } else if (item.state() == State.DIFFERENT && agreed.contains(item.path())) {
        FileStore.Loaded now = store.load(item.path());
        if (!now.bytes().text().string().equals(item.before().orElseThrow())) {
          throw new DiskException(
              item.path() + " changed on disk since the difference was shown. Pull again.");
        }
        store.save(item.path(), bytes, now.stamp());
        written.add(item.path());
      }
    }
    return written;
  }

  /** Without waiting for the disk each time: after a crash the cluster still has what was lost. */
  private static void create(Path file, byte[] bytes) throws DiskException {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new DiskException(
          file + " came into being since the folder was looked at. Pull again.");
    } catch (IOException e) {
      throw new DiskException("The file " + file + " cannot be written: " + e.getMessage() + ".");
    }
  }
}
