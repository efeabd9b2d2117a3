package io.github.ingressdesigner.workspace.settings;

import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings and their file. Changes are written a moment later, all at once. Methods belong to
 * the UI thread. Of two running applications the one that writes last wins.
 */
public final class SettingsStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final int LARGEST = 1 << 20;

  private final Path file;
  private final Executor io;
  private final Executor later;
  private final Consumer<String> trouble;
  private final List<Consumer<Settings>> listeners = new ArrayList<>();
  private final Object writing = new Object();
  private volatile Settings settings;
  private Settings written;
  private boolean scheduled;

  /**
   * Reads the settings. Where they cannot be read, defaults count, and the file is kept aside
   * before it is written again.
   *
   * @param io writes the file
   * @param later runs a task on the UI thread, a second or so later
   * @param trouble is told messages for people, on any thread; at once when the file could not be
   *     read
   */
  public SettingsStore(AppFolders folders, Executor io, Executor later, Consumer<String> trouble) {
    this.io = io;
    file = folders.config().resolve("settings.properties");
    this.later = later;
    this.trouble = trouble;
    settings = read();
    written = settings;
  }

  private Settings read() {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      if (Files.size(file) > LARGEST) {
        keepAside("it is too large");
        return Settings.DEFAULT;
      }
      SettingsFormat.Read read = SettingsFormat.read(Files.readString(file));
      if (!read.problems().isEmpty()) {
        keepAside(String.join("; ", read.problems()));
      }
      return read.settings();
    } catch (IOException e) {
      keepAside(String.valueOf(e.getMessage()));
      return Settings.DEFAULT;
    }
  }

  private void keepAside(String why) {
    Path aside = file.resolveSibling("settings.unreadable.properties");
    String kept;
    try {
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      kept = "The file is kept as " + aside + ".";
    } catch (IOException e) {
      LOG.warn("Keeping the settings aside failed", e);
      kept = "The file is " + file + ".";
    }
    LOG.warn("Settings not understood: {}", why);
    trouble.accept(
        "Some settings could not be read (" + why + "); defaults are used instead. " + kept);
  }

  public Settings get() {
    return settings;
  }

  /** Told on each change, before it is written. */
  public void addListener(Consumer<Settings> listener) {
    listeners.add(listener);
  }

  public void update(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings);
    if (next.equals(settings)) {
      return;
    }
    settings = next;
    List.copyOf(listeners).forEach(listener -> listener.accept(next));
    if (!scheduled) {
      scheduled = true;
      later.execute(this::flush);
    }
  }

  /** Has written what was not written yet. */
  public void flush() {
    scheduled = false;
    io.execute(this::write);
  }

  private void write() {
    synchronized (writing) {
      Settings now = settings;
      if (now.equals(written)) {
        return;
      }
      try {
        PrivateFiles.createFolder(file.getParent());
        PrivateFiles.write(file, SettingsFormat.write(now).getBytes(StandardCharsets.UTF_8));
        written = now;
      } catch (IOException e) {
        LOG.error("Writing the settings failed", e);
        trouble.accept("The settings could not be saved in " + file + " (" + e.getMessage() + ").");
      }
    }
  }

  /** Writes at once, and returns when it is done. */
  @Override
  public void close() {
    write();
  }
}
