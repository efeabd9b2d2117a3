package io.github.ingressdesigner.workspace.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The disk refused; the message tells people what, where and what to do. */
public class DiskException extends IOException {
  private static final long serialVersionUID = 1L;

  public DiskException(String message) {
    super(message);
  }

  DiskException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param failed begins the sentence: {@code Could not save /x.yaml}
   * @param where the file or folder that was touched
   */
  static DiskException of(String failed, Path where, IOException cause) {
    if (cause instanceof DiskException known) {
      return known;
    }
    return new DiskException(failed + ": " + reason(where, cause), cause);
  }

  private static String reason(Path where, IOException cause) {
    String text = String.valueOf(cause.getMessage());
    if (text.contains("No space left") || text.contains("not enough space")) {
      return "the disk is full. Free some space and try again.";
    }
    if (text.contains("quota exceeded")) {
      return "your disk quota is used up. Free some space and try again.";
    }
    if (text.contains("Read-only file system")) {
      return "the disk is read-only. Choose a place on another disk.";
    }
    if (cause instanceof AccessDeniedException) {
      return "you have no permission for "
          + where
          + ". Change its permissions or choose another"
          + " place.";
    }
    if (cause instanceof NoSuchFileException) {
      return "there is no " + where + " any more.";
    }
    if (cause instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason() + ".";
    }
    return text + ".";
  }
}
