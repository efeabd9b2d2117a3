package io.github.ingressdesigner.yaml;

/** What reading one document gave. */
public sealed interface ReadResult {
  record Parsed(YamlTree tree) implements ReadResult {}

  /** Nothing but comments and blanks. */
  record Empty() implements ReadResult {}

  /** A Helm or other template; it is not parsed. */
  record Template(String why) implements ReadResult {}

  /**
   * Not valid YAML, or over a limit.
   *
   * @param message for people, one sentence, with what to do
   * @param offset where, in the document's slice (UTF-16)
   */
  record Broken(String message, int offset) implements ReadResult {}
}
