package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.disk.FileStore.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What applications that ended without saying so left unsaved. Holds the folders of dead processes
 * until closed, so that two starts at once do not offer the same.
 */
public final class Recovery implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  /** How much of it could be put together. */
  public enum State {
    /** Exactly the unsaved text, but for values of Secrets where they are left out. */
    EXACT,
    /** The file changed on disk since; the unsaved edits found their places in it. */
    MOVED,
    /**
     * The file changed or is gone, and the edits have no place: the text holds what was typed, for
     * a new untitled file.
     */
    LOOSE
  }

  /**
   * One unsaved text.
   *
   * @param file its name; untitled for a text without a file
   * @param at when it was written down last
   * @param text what to put into the editor
   * @param secretsLeftOut whether changed values of Secrets are missing; {@code <left-out>} stands
   *     there
   */
  public record Candidate(
      FileId file,
      Instant at,
      State state,
      SourceText text,
      boolean secretsLeftOut,
      Path journal) {}

  /** Stands in a restored text where a value of a Secret was not written down. */
  public static final String LEFT_OUT = JournalEntry.LEFT_OUT;

  private final List<InstanceFolder> folders;
  private final List<Candidate> candidates;
  private final FileStore store;

  private Recovery(List<InstanceFolder> folders, List<Candidate> candidates, FileStore store) {
    this.store = store;
    this.folders = folders;
    this.candidates = List.copyOf(candidates);
  }

  static Path folderIn(Path stateFolder) {
    return stateFolder.resolve("recovery");
  }

  /** Looks for them; blocks. Never fails: what cannot be read is logged and left where it is. */
  public static Recovery find(Path stateFolder, FileStore store) {
    List<InstanceFolder> folders = List.of();
    List<Candidate> candidates = new ArrayList<>();
    try {
      folders = InstanceFolder.abandoned(folderIn(stateFolder));
      for (InstanceFolder folder : folders) {
        for (Path journal : folder.journals()) {
          read(journal, store).ifPresent(candidates::add);
        }
      }
    } catch (IOException e) {
      LOG.error("Looking for unsaved work failed", e);
    }
    candidates.sort(Comparator.comparing(Candidate::at).reversed());
    return new Recovery(folders, candidates, store);
  }

  private static Optional<Candidate> read(Path journal, FileStore store) {
    try {
      JournalEntry entry = JournalEntry.decode(Files.readAllBytes(journal));
      if (entry.file().isUntitled()) {
        return Optional.of(candidate(entry, State.EXACT, EntryReader.onBase(entry, ""), journal));
      }
      Optional<Loaded> disk = load(store, entry);
      String text = disk.map(l -> l.bytes().text().string()).orElse("");
      if (disk.isPresent() && disk.get().stamp().sha256().equals(entry.base())) {
        return Optional.of(candidate(entry, State.EXACT, EntryReader.onBase(entry, text), journal));
      }
      Optional<String> moved =
          disk.isPresent() ? EntryReader.onOther(entry, text) : Optional.empty();
      return Optional.of(
          moved.isPresent()
              ? candidate(entry, State.MOVED, moved.get(), journal)
              : candidate(entry, State.LOOSE, EntryReader.loose(entry), journal));
    } catch (IOException | RuntimeException e) {
      LOG.error("A journal could not be read: {}", journal.getFileName(), e);
      return Optional.empty();
    }
  }

  private static Optional<Loaded> load(FileStore store, JournalEntry entry) {
    try {
      return Optional.of(store.load(FileStore.pathOf(entry.file())));
    } catch (DiskException e) {
      LOG.info("The file of a journal cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Candidate candidate(JournalEntry entry, State state, String text, Path journal) {
    return new Candidate(
        entry.file(),
        entry.at(),
        state,
        SourceText.of(text),
        entry.secretsLeftOut() || text.contains(JournalEntry.LEFT_OUT),
        journal);
  }

  /** The newest first. */
  public List<Candidate> candidates() {
    return candidates;
  }

  /**
   * The same work, judged against the file as it is now: a person may take long to decide. Blocks.
   * What can no longer be read is given back as it was.
   */
  public Candidate again(Candidate candidate) {
    return read(candidate.journal(), store).orElse(candidate);
  }

  /** Drops one for good, on a person's word. */
  public void discard(Candidate candidate) throws IOException {
    Files.deleteIfExists(candidate.journal());
  }

  /** Lets go; what was neither taken over nor discarded is offered at the next start again. */
  @Override
  public void close() throws IOException {
    for (InstanceFolder folder : folders) {
      folder.close();
    }
  }
}
