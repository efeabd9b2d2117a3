package io.github.ingressdesigner.ui.certificate;

import io.github.ingressdesigner.tls.CertificateChain;
import io.github.ingressdesigner.tls.KeyMaterial;
import io.github.ingressdesigner.tls.Loaded;
import io.github.ingressdesigner.tls.TlsInspection;
import io.github.ingressdesigner.tls.TlsProblem;
import io.github.ingressdesigner.tls.TlsSecretText;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Certificate and key from files, with what is wrong with them, and what can be made of them. */
final class FilesPane {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final CertificateDesk desk;
  private final Supplier<List<String>> hosts;
  private final Supplier<String> secret;
  private final Optional<String> namespace;
  private final TextField certificate = new TextField();
  private final TextField key = new TextField();
  private final PasswordField password = new PasswordField();
  private final VBox findings = new VBox();
  private final Button command =
      new Button(Messages.text("certificate.command"), Icons.of(Feather.COPY, 14));
  private final Button save =
      new Button(Messages.text("certificate.save"), Icons.of(Feather.SAVE, 14));
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
  private final VBox node;
  private Optional<KeyMaterial> material = Optional.empty();
  private Optional<Asked> asked = Optional.empty();

  /** What is looked at; only the newest counts. */
  private record Asked(String certificate, String key, String password, List<String> hosts) {
    /** The password is nobody's business. */
    @Override
    public String toString() {
      return certificate + " and " + key;
    }
  }

  FilesPane(
      CertificateDesk desk,
      Supplier<List<String>> hosts,
      Supplier<String> secret,
      Optional<String> namespace) {
    this.desk = desk;
    this.hosts = hosts;
    this.secret = secret;
    this.namespace = namespace;
    certificate.setId("certificate-file");
    key.setId("certificate-key");
    password.setId("certificate-password");
    password.setPromptText(Messages.text("certificate.password.prompt"));
    for (TextField field : new TextField[] {certificate, key, password}) {
      field.textProperty().addListener((property, was, is) -> check());
    }
    findings.getStyleClass().add("certificate-findings");
    command.setOnAction(event -> copyCommand());
    save.setOnAction(event -> material.ifPresent(this::save));
    Label warning = new Label(Messages.text("certificate.save.warning"), Sign.WARNING.node(""));
    warning.setWrapText(true);
    warning.setMinHeight(Region.USE_PREF_SIZE);
    warning.getStyleClass().add("small-text");
    HBox buttons = new HBox(command, save);
    buttons.getStyleClass().add("certificate-row");
    node =
        new VBox(
            row("certificate.file", certificate, true),
            row("certificate.key", key, true),
            row("certificate.password", password, false),
            findings,
            buttons,
            warning);
    node.getStyleClass().add("certificate-part");
    check();
  }

  private HBox row(String name, TextField field, boolean file) {
    Label label = new Label(Messages.text(name));
    label.getStyleClass().add("certificate-label");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(label, field);
    row.getStyleClass().add("certificate-row");
    if (file) {
      Button choose = new Button(Messages.text("certificate.choose"));
      choose.setOnAction(
          event -> desk.chooseFile().ifPresent(path -> field.setText(path.toString())));
      row.getChildren().add(choose);
    }
    return row;
  }

  Region node() {
    return node;
  }

  /** Whether certificate and key can be used for the hosts. */
  ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /** Looks at the files and the hosts anew. */
  void check() {
    Asked now =
        new Asked(
            certificate.getText().strip(), key.getText().strip(), password.getText(), hosts.get());
    if (asked.filter(now::equals).isPresent()) {
      return;
    }
    asked = Optional.of(now);
    material = Optional.empty();
    good.set(false);
    enable();
    if (now.certificate().isEmpty()) {
      findings.getChildren().clear();
      say(Sign.INFO, Messages.text("certificate.begin"));
      return;
    }
    desk.background()
        .execute(
            () -> {
              Loaded<KeyMaterial> loaded = load(now);
              List<TlsProblem> problems =
                  loaded
                      .found()
                      .map(
                          found ->
                              TlsInspection.of(
                                  found.chain(),
                                  Optional.of(found.key()),
                                  now.hosts(),
                                  desk.clock()))
                      .orElse(List.of());
              desk.ui()
                  .execute(
                      () -> {
                        if (asked.filter(now::equals).isPresent()) {
                          show(loaded, problems);
                        }
                      });
            });
  }

  private void show(Loaded<KeyMaterial> loaded, List<TlsProblem> problems) {
    findings.getChildren().clear();
    switch (loaded) {
      case Loaded.Unreadable<KeyMaterial>(String problem) -> say(Sign.ERROR, problem);
      case Loaded.Ready<KeyMaterial>(KeyMaterial value) -> show(value, problems);
    }
    enable();
  }

  private void enable() {
    boolean store = asked.filter(a -> isStore(a.certificate())).isPresent();
    command.setDisable(material.isEmpty() || store);
    save.setDisable(material.isEmpty());
  }

  private static boolean isStore(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  private Loaded<KeyMaterial> load(Asked from) {
    try {
      byte[] first = desk.read(Path.of(from.certificate()));
      char[] secretWord = from.password().toCharArray();
      if (isStore(from.certificate())) {
        return KeyMaterial.fromPkcs12(first, secretWord);
      }
      byte[] second = from.key().isEmpty() ? first : desk.read(Path.of(from.key()));
      return KeyMaterial.fromPem(
          new String(first, StandardCharsets.ISO_8859_1),
          new String(second, StandardCharsets.ISO_8859_1),
          secretWord.length == 0 ? Optional.empty() : Optional.of(secretWord));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      return new Loaded.Unreadable<>(e.getMessage());
    }
  }

  private void show(KeyMaterial value, List<TlsProblem> problems) {
    CertificateChain chain = value.chain();
    boolean fatal = problems.stream().anyMatch(problem -> problem.kind().isFatal());
    if (!fatal) {
      say(
          Sign.WINS,
          Messages.text(
              "certificate.good", String.join(", ", chain.names()), DAY.format(chain.notAfter())));
    }
    problems.forEach(
        problem -> say(problem.kind().isFatal() ? Sign.ERROR : Sign.WARNING, problem.message()));
    // A chain in the wrong order is put in order; what does not belong together is not written.
    material = value.belongTogether() ? Optional.of(value) : Optional.empty();
    good.set(!fatal);
  }

  private void say(Sign sign, String text) {
    Label label = new Label(text, sign.node(""));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("certificate-finding");
    findings.getChildren().add(label);
  }

  private void copyCommand() {
    String file = certificate.getText().strip();
    desk.copy(
        TlsSecretText.command(
            secret.get(), namespace, file, key.getText().isBlank() ? file : key.getText().strip()));
  }

  private void save(KeyMaterial value) {
    KeyMaterial ordered = new KeyMaterial(value.chain().inOrder(), value.key());
    String yaml = TlsSecretText.yaml(secret.get(), namespace, ordered);
    desk.saveSecret(secret.get(), yaml.getBytes(StandardCharsets.UTF_8));
  }
}
