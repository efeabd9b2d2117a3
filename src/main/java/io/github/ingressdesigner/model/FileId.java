package io.github.ingressdesigner.model;

/**
 * Identity of an open file: its absolute path, or {@code untitled:N} before it was saved for the
 * first time.
 */
public record FileId(String value) implements Comparable<FileId> {
  @Override
  public int compareTo(FileId other) {
    return value.compareTo(other.value);
  }

  /** Whether the text was never saved to a file. */
  public boolean isUntitled() {
    return value.startsWith("untitled:");
  }

  /** The last element of the path, for people. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }
}
