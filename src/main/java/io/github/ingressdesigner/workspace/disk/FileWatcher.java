package io.github.ingressdesigner.workspace.disk;

import io.github.ingressdesigner.model.FileId;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when followed files change on disk by somebody else's hand. The system's folder events only
 * wake it; every answer comes from looking at the files, which also happens every few seconds, so
 * that network folders without events work too. A change is told when it looks the same twice, so
 * half-written files are not. Thread-safe.
 */
public final class FileWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileWatcher.class);
  private static final Duration WITHOUT_EVENTS = Duration.ofSeconds(3);
  private static final Duration SETTLE = Duration.ofMillis(200);

  /** What happened to a file. */
  public enum Kind {
    /** It holds other bytes than those known. */
    CHANGED,
    DELETED,
    /** After one of the others: it is what is known again. */
    RESTORED
  }

  /** Told on the thread that looked. */
  public record News(FileId file, Kind kind) {}

  /** What was seen under a name: a hash, or "" for nothing. */
  private record Followed(Stamp known, String told, String seen, Set<String> ours) {
    static Followed of(Stamp known) {
      return new Followed(known, known.sha256(), known.sha256(), Set.of());
    }
  }

  private final FileStore store;
  private final Consumer<News> listener;
  private final Map<FileId, Followed> followed = new LinkedHashMap<>();
  private final Map<Path, WatchKey> folders = new HashMap<>();
  private Optional<WatchService> events = Optional.empty();
  private boolean closed;

  public FileWatcher(FileStore store, Consumer<News> listener) {
    this.store = store;
    this.listener = listener;
  }

  /**
   * Begins to look; without it only {@link #look()} does.
   *
   * @param loop its one task runs until {@link #close()}
   */
  public void start(Executor loop) {
    synchronized (this) {
      try {
        events = Optional.of(FileSystems.getDefault().newWatchService());
      } catch (IOException | UnsupportedOperationException e) {
        LOG.info("No folder events here ({}); looking every few seconds", e.toString());
      }
      followed.keySet().forEach(this::watchFolders);
    }
    loop.execute(this::loop);
  }

  /** The file is known to be this now, because it was read or saved. */
  public synchronized void follow(FileId file, Stamp known) {
    followed.put(file, Followed.of(known));
    watchFolders(file);
  }

  public synchronized void unfollow(FileId file) {
    followed.remove(file);
    Set<Path> needed = new HashSet<>();
    followed.keySet().forEach(other -> needed.addAll(foldersOf(other)));
    List<Path> idle = folders.keySet().stream().filter(path -> !needed.contains(path)).toList();
    idle.forEach(path -> folders.remove(path).cancel());
  }

  /** These bytes are about to be written by ourselves; seeing them is no news. */
  public synchronized void expect(FileId file, String sha256) {
    followed.computeIfPresent(
        file,
        (id, f) -> {
          Set<String> ours = new HashSet<>(f.ours());
          ours.add(sha256);
          return new Followed(f.known(), f.told(), f.seen(), ours);
        });
  }

  private void watchFolders(FileId file) {
    if (events.isEmpty()) {
      return;
    }
    for (Path folder : foldersOf(file)) {
      if (!folders.containsKey(folder)) {
        try {
          folders.put(
              folder,
              folder.register(
                  events.get(),
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_DELETE,
                  StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (IOException e) {
          LOG.info("No events for {} ({}); looking every few seconds", folder, e.toString());
        }
      }
    }
  }

  /** Of the name, and of the file that a link leads to. */
  private static Set<Path> foldersOf(FileId file) {
    Path path = FileStore.pathOf(file);
    Set<Path> all = new HashSet<>();
    Optional.ofNullable(path.getParent()).ifPresent(all::add);
    if (Files.isSymbolicLink(path)) {
      try {
        Optional.ofNullable(path.toRealPath().getParent()).ifPresent(all::add);
      } catch (IOException e) {
        // It leads nowhere now; looking every few seconds will find out when it does.
      }
    }
    return all;
  }

  private void loop() {
    boolean settling = false;
    while (!isClosed()) {
      try {
        Duration wait = settling ? SETTLE : WITHOUT_EVENTS;
        Optional<WatchService> service = service();
        if (service.isEmpty()) {
          Thread.sleep(wait);
        } else {
          WatchKey key = service.get().poll(wait.toMillis(), TimeUnit.MILLISECONDS);
          if (key != null) {
            key.pollEvents();
            key.reset();
            Thread.sleep(SETTLE.dividedBy(4));
          }
        }
        settling = look();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ClosedWatchServiceException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("Watching files failed; going on", e);
      }
    }
  }

  private synchronized Optional<WatchService> service() {
    return events;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /**
   * Looks at all files once and tells what is new.
   *
   * @return whether something has to be looked at once more before it is told
   */
  public boolean look() {
    List<FileId> files;
    synchronized (this) {
      files = List.copyOf(followed.keySet());
    }
    boolean again = false;
    List<News> news = new ArrayList<>();
    for (FileId file : files) {
      Optional<Followed> before = find(file);
      if (before.isPresent()) {
        try {
          again |= look(file, before.get(), news);
        } catch (DiskException e) {
          LOG.debug("Could not look at a file", e);
        }
      }
    }
    news.forEach(listener);
    return again;
  }

  private synchronized Optional<Followed> find(FileId file) {
    return Optional.ofNullable(followed.get(file));
  }

  private boolean look(FileId file, Followed before, List<News> news) throws DiskException {
    Path path = FileStore.pathOf(file);
    boolean asKnown = before.told().equals(before.known().sha256());
    if (asKnown && store.isUnchanged(path, before.known())) {
      return false;
    }
    Optional<Stamp> now = store.stamp(path);
    String hash = now.map(Stamp::sha256).orElse("");
    synchronized (this) {
      if (followed.get(file) != before) {
        return true;
      }
      if (before.ours().contains(hash)) {
        return false;
      }
      boolean known = hash.equals(before.known().sha256());
      boolean settled = hash.equals(before.seen()) || known;
      boolean tell = settled && !hash.equals(before.told());
      Stamp stamp = known ? now.orElse(before.known()) : before.known();
      String told = tell ? hash : before.told();
      followed.put(file, new Followed(stamp, told, hash, before.ours()));
      if (tell) {
        news.add(
            new News(file, known ? Kind.RESTORED : hash.isEmpty() ? Kind.DELETED : Kind.CHANGED));
      }
      return !settled;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    events.ifPresent(
        service -> {
          try {
            service.close();
          } catch (IOException e) {
            LOG.debug("Closing the folder events failed", e);
          }
        });
  }
}
