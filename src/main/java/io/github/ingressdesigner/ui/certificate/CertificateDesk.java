package io.github.ingressdesigner.ui.certificate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the form needs of the window. All methods are called on the JavaFX thread. */
public interface CertificateDesk {
  /** A file that a person chooses. */
  Optional<Path> chooseFile();

  /**
   * The bytes of a file.
   *
   * @throws java.io.IOException with a message for people
   */
  byte[] read(Path path) throws java.io.IOException;

  /** Writes a Secret with its key where a person says, readable by its owner only. */
  void saveSecret(String name, byte[] yaml);

  void copy(String text);

  /** Names of Secrets that the files know. */
  List<String> secrets();

  /**
   * Names of issuers that the files know.
   *
   * @param kind {@code ClusterIssuer} or {@code Issuer}
   */
  List<String> issuers(String kind);

  Clock clock();
}
