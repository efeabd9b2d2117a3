package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.explorer.Folder;
import io.github.ingressdesigner.ui.start.NamedText;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.disk.FolderScan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Opens files, folders and texts without a file, and says which one is to be seen. */
final class FileOpener {
  /** More files of a folder than this are listed, but not opened by themselves. */
  static final int MOST_OPENED = 200;

  /** Kinds that take part in routing: Services because rules name their ports. */
  private static final Set<String> OPENED = Set.of("Ingress", "IngressClass", "Service");

  /** What the opener tells the window. */
  interface News {
    void folder(Folder folder);

    /** A file or folder was opened by a person. */
    void recent(Path path);

    /** A folder could not be read. */
    void failed(String message);
  }

  private final AppModel model;
  private final DiskFiles disk;
  private final Threads threads;
  private final News news;
  private int untitled;

  FileOpener(AppModel model, DiskFiles disk, Threads threads, News news) {
    this.model = model;
    this.disk = disk;
    this.threads = threads;
    this.news = news;
  }

  /** Opens files and folders; the first file opened is shown. */
  void open(List<Path> paths) {
    open(paths, Optional.empty());
  }

  /**
   * @param shown the one to show, if it is not the first
   */
  void open(List<Path> paths, Optional<Path> shown) {
    Showing first = new Showing(shown.map(FileStore::idOf));
    Map<Boolean, List<Path>> folders =
        paths.stream()
            .map(path -> path.toAbsolutePath().normalize())
            .collect(Collectors.partitioningBy(path -> path.toFile().isDirectory()));
    disk.open(
        folders.get(false),
        (path, file) -> {
          news.recent(path);
          first.show(file);
        });
    folders.get(true).forEach(folder -> openFolder(folder, first));
  }

  private void openFolder(Path folder, Showing first) {
    threads
        .io()
        .execute(
            () -> {
              try {
                FolderScan.Listing listing = FolderScan.scan(folder, () -> false);
                threads.ui().execute(() -> show(listing, first));
              } catch (DiskException e) {
                threads.ui().execute(() -> news.failed(e.getMessage()));
              }
            });
  }

  private void show(FolderScan.Listing listing, Showing first) {
    List<FolderScan.Entry> files = listing.files();
    news.folder(new Folder(listing.folder(), files.stream().map(FolderScan.Entry::path).toList()));
    news.recent(listing.folder());
    List<Path> wanted =
        files.stream()
            .filter(entry -> entry.kinds().stream().anyMatch(OPENED::contains))
            .sorted((a, b) -> Boolean.compare(b.holdsRouting(), a.holdsRouting()))
            .map(FolderScan.Entry::path)
            .toList();
    disk.open(wanted.stream().limit(MOST_OPENED).toList(), (path, file) -> first.show(file));
    if (wanted.isEmpty()) {
      say(Severity.WARNING, "shell.folder.nothing", listing.folder().getFileName(), files.size());
      files.stream().findFirst().ifPresent(entry -> disk.open(entry.path(), first::show));
    } else if (wanted.size() > MOST_OPENED || !listing.complete()) {
      say(Severity.WARNING, "shell.folder.many", wanted.size(), MOST_OPENED);
    }
    if (!listing.unreadable().isEmpty()) {
      say(
          Severity.WARNING,
          "shell.folder.unreadable",
          listing.unreadable().size(),
          Paths.shown(listing.unreadable().getFirst()));
    }
  }

  private void say(Severity severity, String key, Object... arguments) {
    model.actions().say(severity, Messages.text(key, arguments));
  }

  /** Opens texts that have no file yet. */
  List<FileId> openTexts(List<NamedText> texts) {
    List<FileId> opened = texts.stream().map(this::openText).toList();
    opened.stream().findFirst().ifPresent(new Showing(Optional.empty())::show);
    return opened;
  }

  private FileId openText(NamedText text) {
    FileId file;
    do {
      file = Paths.untitled(++untitled, text.name());
    } while (model.workspace().isOpen(file));
    model.workspace().open(file, FileBytes.of(SourceText.of(text.text())));
    return file;
  }

  /** Of several files that are opened together, the first to arrive is shown, or a certain one. */
  private final class Showing {
    private final Optional<FileId> wanted;
    private Optional<FileId> shown = Optional.empty();

    Showing(Optional<FileId> wanted) {
      this.wanted = wanted;
    }

    void show(FileId file) {
      if (shown.isEmpty() || wanted.filter(file::equals).isPresent()) {
        shown = Optional.of(file);
        model.activeFileProperty().set(shown);
      }
    }
  }

  /** Opens a file of the folder that was only listed. */
  void openListed(FileId file) {
    Consumer<FileId> show = opened -> model.activeFileProperty().set(Optional.of(opened));
    disk.open(Path.of(file.value()), show);
  }
}
