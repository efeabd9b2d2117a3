package io.github.ingressdesigner.ui.certificate;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Asks for which hosts a certificate is, what its Secret is called, and where it comes from: files
 * that are checked, or cert-manager.
 */
public final class CertificateForm {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final String CLUSTER_ISSUER = "ClusterIssuer";
  private static final String ISSUER = "Issuer";

  private final CertificateDesk desk;
  private final List<CheckBox> hosts = new ArrayList<>();
  private final ComboBox<String> secret = new ComboBox<>();
  private final Label wrong = new Label();
  private final ToggleButton files = new ToggleButton(Messages.text("certificate.from.files"));
  private final ToggleButton manager = new ToggleButton(Messages.text("certificate.from.manager"));
  private final FilesPane filesPane;
  private final ComboBox<String> issuerKind = new ComboBox<>();
  private final ComboBox<String> issuer = new ComboBox<>();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final VBox node = new VBox();

  /**
   * @param all hosts of the Ingress
   * @param chosen those without a TLS entry
   * @param namespace of the Ingress; empty where it says none
   */
  public CertificateForm(
      CertificateDesk desk, List<String> all, List<String> chosen, Optional<String> namespace) {
    this.desk = desk;
    FlowPane names = new FlowPane();
    names.getStyleClass().add("certificate-hosts");
    for (String host : all) {
      CheckBox box = new CheckBox(host);
      box.setSelected(chosen.contains(host));
      box.setMnemonicParsing(false);
      box.selectedProperty().addListener((property, was, is) -> changed());
      hosts.add(box);
      names.getChildren().add(box);
    }
    secret.setId("certificate-secret");
    secret.setEditable(true);
    secret.setMaxWidth(Double.MAX_VALUE);
    secret.getItems().setAll(desk.secrets());
    secret.getEditor().setText(proposal(all, chosen));
    secret.getEditor().getStyleClass().add("mono");
    secret.getEditor().textProperty().addListener((property, was, is) -> changed());
    wrong.getStyleClass().addAll("small-text", "certificate-wrong");
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    filesPane = new FilesPane(desk, this::chosenHosts, this::secretName, namespace);
    filesPane.goodProperty().addListener((property, was, is) -> judge());
    HBox sources = new HBox(files, manager);
    sources.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    VBox managerPane = managerPane();
    for (ToggleButton source : new ToggleButton[] {files, manager}) {
      source.setToggleGroup(group);
      source.setOnAction(
          event -> {
            source.setSelected(true);
            show(managerPane);
          });
    }
    files.setSelected(true);
    node.getStyleClass().add("certificate");
    node.getChildren()
        .addAll(
            part("certificate.hosts", names),
            part("certificate.secret", secret),
            wrong,
            part("certificate.from", sources),
            filesPane.node(),
            managerPane);
    show(managerPane);
  }

  private static VBox part(String name, Region content) {
    Label label = new Label(Messages.text(name));
    label.getStyleClass().add("certificate-head");
    label.setLabelFor(content);
    content.setAccessibleText(label.getText());
    VBox part = new VBox(label, content);
    part.getStyleClass().add("certificate-part");
    return part;
  }

  private VBox managerPane() {
    issuerKind.setId("certificate-issuer-kind");
    issuerKind.getItems().setAll(CLUSTER_ISSUER, ISSUER);
    issuerKind.setValue(CLUSTER_ISSUER);
    issuerKind.setAccessibleText(Messages.text("certificate.issuer"));
    issuer.setId("certificate-issuer");
    issuer.setEditable(true);
    issuer.setMaxWidth(Double.MAX_VALUE);
    issuer.setAccessibleText(Messages.text("certificate.issuer"));
    issuer.getEditor().getStyleClass().add("mono");
    issuer.getEditor().textProperty().addListener((property, was, is) -> judge());
    issuerKind
        .valueProperty()
        .addListener((property, was, is) -> issuer.getItems().setAll(desk.issuers(is)));
    issuer.getItems().setAll(desk.issuers(CLUSTER_ISSUER));
    desk.issuers(CLUSTER_ISSUER).stream()
        .findFirst()
        .ifPresent(name -> issuer.getEditor().setText(name));
    HBox.setHgrow(issuer, Priority.ALWAYS);
    HBox row = new HBox(issuerKind, issuer);
    row.getStyleClass().add("certificate-row");
    Label note = new Label(Messages.text("certificate.manager.note"));
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("small-text");
    VBox pane = new VBox(row, note);
    pane.getStyleClass().add("certificate-part");
    return pane;
  }

  private void show(VBox managerPane) {
    boolean fromFiles = files.isSelected();
    for (Region pane : new Region[] {filesPane.node(), managerPane}) {
      boolean shown = fromFiles == (pane == filesPane.node());
      pane.setVisible(shown);
      pane.setManaged(shown);
    }
    judge();
  }

  private static String proposal(List<String> all, List<String> chosen) {
    String host = chosen.stream().findFirst().or(() -> all.stream().findFirst()).orElse("example");
    String label = host.startsWith("*.") ? "wildcard-" + host.substring(2) : host;
    return label.replace('.', '-') + "-tls";
  }

  public Region node() {
    return node;
  }

  /** Whether what is asked for is complete and can work. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** What was chosen; only to be asked while ready. */
  public Wanted wanted() {
    Optional<Wanted.Issuer> by =
        files.isSelected()
            ? Optional.empty()
            : Optional.of(
                new Wanted.Issuer(
                    issuerKind.getValue().equals(ISSUER)
                        ? "cert-manager.io/issuer"
                        : "cert-manager.io/cluster-issuer",
                    issuer.getEditor().getText().strip()));
    return new Wanted(secretName(), chosenHosts(), by);
  }

  private List<String> chosenHosts() {
    return hosts.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList();
  }

  private String secretName() {
    return secret.getEditor().getText().strip();
  }

  private void changed() {
    filesPane.check();
    judge();
  }

  private void judge() {
    Optional<String> reason = reason();
    wrong.setText(reason.orElse(""));
    wrong.setVisible(reason.isPresent());
    wrong.setManaged(reason.isPresent());
    boolean source =
        files.isSelected()
            ? filesPane.goodProperty().get()
            : NAME.matcher(issuer.getEditor().getText().strip()).matches();
    ready.set(reason.isEmpty() && source);
  }

  private Optional<String> reason() {
    if (chosenHosts().isEmpty()) {
      return Optional.of(Messages.text("certificate.noHost"));
    }
    return NAME.matcher(secretName()).matches()
        ? Optional.empty()
        : Optional.of(Messages.text("certificate.noName"));
  }
}
