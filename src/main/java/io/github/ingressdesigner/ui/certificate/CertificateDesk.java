package io.github.ingressdesigner.ui.certificate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the form needs of the window. All methods are called on the JavaFX thread, but for {@link
 * #read}.
 */
public interface CertificateDesk {
  /** A file that a person chooses. */
  Optional<Path> chooseFile();

  /** Where files are read and keys are opened: a password is slow to check, on purpose. */
  Executor background();

  /** The JavaFX thread, soon. */
  Executor ui();

  /**
   * The bytes of a file; called on the background.
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
