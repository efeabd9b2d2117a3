package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.pull.FilePattern;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.ui.common.Messages;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks what to pull, and where to. */
public final class PullForm {
  private final TextField namespaces = new TextField();
  private final CheckBox all = new CheckBox(Messages.text("cluster.pull.all"));
  private final Map<Part, CheckBox> parts = new EnumMap<>(Part.class);
  private final TextField folder = new TextField();
  private final TextField pattern = new TextField(FilePattern.DEFAULT.text());
  private final Label problem = new Label();
  private final BooleanProperty wrong = new SimpleBooleanProperty();
  private final VBox node = new VBox();

  /**
   * @param opened the folder that is open
   * @param ask asks a person for a folder
   */
  public PullForm(KubeContext context, Optional<Path> opened, Supplier<Optional<Path>> ask) {
    namespaces.setText(context.namespaceOrDefault());
    namespaces.disableProperty().bind(all.selectedProperty());
    folder.setText(opened.map(Path::toString).orElse(""));
    FlowPane kinds = new FlowPane();
    kinds.getStyleClass().add("pull-kinds");
    for (Part part : Part.values()) {
      CheckBox box =
          new CheckBox(Messages.text("cluster.pull." + part.name().toLowerCase(Locale.ROOT)));
      box.setSelected(true);
      box.selectedProperty().addListener((property, was, is) -> check());
      parts.put(part, box);
      kinds.getChildren().add(box);
    }
    Button choose = new Button(Messages.text("cluster.pull.choose"));
    choose.setOnAction(event -> ask.get().ifPresent(path -> folder.setText(path.toString())));
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox where = new HBox(folder, choose);
    where.getStyleClass().add("pull-row");
    HBox.setHgrow(namespaces, Priority.ALWAYS);
    HBox which = new HBox(namespaces, all);
    which.getStyleClass().add("pull-row");
    problem.getStyleClass().add("pull-problem");
    problem.setWrapText(true);
    node.getStyleClass().add("pull-form");
    node.getChildren()
        .addAll(
            field("cluster.pull.namespaces", namespaces, which),
            titled("cluster.pull.kinds", kinds),
            field("cluster.pull.folder", folder, where),
            field("cluster.pull.pattern", pattern, pattern),
            problem);
    for (TextField field : List.of(namespaces, folder, pattern)) {
      field.textProperty().addListener((property, was, is) -> check());
    }
    all.selectedProperty().addListener((property, was, is) -> check());
    check();
  }

  private static Node field(String key, TextField field, Node row) {
    field.setAccessibleText(Messages.text(key));
    return titled(key, row);
  }

  private static Node titled(String key, Node row) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("label-text");
    VBox box = new VBox(label, row);
    box.getStyleClass().add("pull-field");
    return box;
  }

  public Node node() {
    return node;
  }

  /** Whether it cannot go on like this. */
  public ObservableBooleanValue wrong() {
    return wrong;
  }

  public PullRequest request() {
    return new PullRequest(
        all.isSelected() ? List.of() : names(),
        parts.entrySet().stream()
            .filter(e -> e.getValue().isSelected())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()));
  }

  private List<String> names() {
    return Arrays.stream(namespaces.getText().split("[,\\s]+"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  public Path folder() {
    return Path.of(folder.getText().strip());
  }

  public FilePattern pattern() {
    return new FilePattern(pattern.getText().strip());
  }

  private void check() {
    Optional<String> text = problem();
    problem.setText(text.orElse(""));
    wrong.set(text.isPresent());
  }

  private Optional<String> problem() {
    if (!all.isSelected() && names().isEmpty()) {
      return Optional.of(Messages.text("cluster.pull.noNamespace"));
    }
    if (parts.values().stream().noneMatch(CheckBox::isSelected)) {
      return Optional.of(Messages.text("cluster.pull.noKind"));
    }
    try {
      if (folder.getText().isBlank() || !folder().isAbsolute()) {
        return Optional.of(Messages.text("cluster.pull.noFolder"));
      }
    } catch (InvalidPathException e) {
      return Optional.of(Messages.text("cluster.pull.noFolder"));
    }
    return pattern().problem();
  }
}
