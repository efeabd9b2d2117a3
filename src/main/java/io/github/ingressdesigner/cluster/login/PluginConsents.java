package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Which plugins a person agreed to, by fingerprint, in a file of our own. Thread-safe. */
public final class PluginConsents {
  private final Path file;
  private final Set<String> session = new HashSet<>();

  /**
   * @param config the folder of our settings
   */
  public PluginConsents(Path config) {
    this.file = config.resolve("plugins-allowed.txt");
  }

  public synchronized boolean isAgreed(PluginRequest request) {
    return session.contains(request.fingerprint()) || remembered().contains(request.fingerprint());
  }

  /** Until the program ends. */
  public synchronized void agreeOnce(PluginRequest request) {
    session.add(request.fingerprint());
  }

  /**
   * For ever.
   *
   * @throws IOException where it cannot be written; then it holds until the program ends
   */
  public synchronized void agree(PluginRequest request) throws IOException {
    agreeOnce(request);
    if (remembered().contains(request.fingerprint())) {
      return;
    }
    PrivateFiles.createFolder(file.getParent());
    String line = request.fingerprint() + " " + request.file() + "\n";
    PrivateFiles.append(file, line.getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> remembered() {
    Set<String> all = new HashSet<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        all.add(line.split(" ", 2)[0]);
      }
    } catch (NoSuchFileException e) {
      return all;
    } catch (IOException e) {
      // what cannot be read is not agreed to, and the person is asked again
      all.clear();
    }
    return all;
  }
}
