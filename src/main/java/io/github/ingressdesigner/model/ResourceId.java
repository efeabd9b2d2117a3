package io.github.ingressdesigner.model;

/**
 * Identity of a resource by where it stands, so two resources of the same name have different ids.
 *
 * @param item index in the {@code items} of a {@code kind: List}, or -1 where the document is the
 *     resource itself
 */
public record ResourceId(FileId file, DocumentId document, int item) {
  public static ResourceId whole(FileId file, DocumentId document) {
    return new ResourceId(file, document, -1);
  }
}
