package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.cluster.Sensitive;
import java.nio.file.Path;

/**
 * Where a certificate or key is: in the kubeconfig itself, or in a file that is read when needed.
 */
public sealed interface PemSource {
  /**
   * @param base64 as the kubeconfig has it
   */
  record Inline(Sensitive base64) implements PemSource {}

  /**
   * @param path absolute
   */
  record InFile(Path path) implements PemSource {}
}
