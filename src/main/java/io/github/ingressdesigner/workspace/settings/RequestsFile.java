package io.github.ingressdesigner.workspace.settings;

import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that were asked of the files of a folder, kept outside of that folder and readable
 * by their owner alone: one line each, the newest first. What is given must hold no secrets.
 */
public final class RequestsFile {
  private static final Logger LOG = LoggerFactory.getLogger(RequestsFile.class);
  private static final int LARGEST = 1 << 20;

  private final Path folder;

  public RequestsFile(AppFolders folders) {
    folder = folders.state().resolve("requests");
  }

  /** Of a folder of manifests; none where nothing was kept, or it cannot be read. */
  public List<String> load(Path manifests) {
    Path file = file(manifests);
    try {
      if (!Files.exists(file) || Files.size(file) > LARGEST) {
        return List.of();
      }
      return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      LOG.warn("Reading earlier requests failed", e);
      return List.of();
    }
  }

  /**
   * @param manifests the folder that they were asked of
   */
  public void save(Path manifests, List<String> lines) throws IOException {
    Path file = file(manifests);
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    PrivateFiles.createFolder(folder);
    String text = "# " + manifests + "\n" + String.join("\n", lines) + "\n";
    PrivateFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(Path manifests) {
    try {
      byte[] name = manifests.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 12) + ".txt");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
