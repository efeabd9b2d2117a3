package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.ui.cluster.ContextState.Phase;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Shows which cluster the window talks to; its menu chooses another one. */
public final class ContextBox {
  private static final PseudoClass PROTECTED = PseudoClass.getPseudoClass("protected");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /** What a person can do here. */
  public interface Actions {
    /** Empty: no cluster. */
    void choose(Optional<KubeContext> context);

    void protect(boolean isProtected);

    void test();

    /** Reads the kubeconfigs again; called each time before the menu opens. */
    void reload();
  }

  private final Actions actions;
  private final MenuButton button = new MenuButton();
  private final Label name = new Label();
  private final Label detail = new Label();
  private final Node shield = Icons.of(Feather.SHIELD, 14);
  private final Node server = Icons.of(Feather.SERVER, 14);
  private final Tooltip tooltip = new Tooltip();

  public ContextBox(Actions actions) {
    this.actions = actions;
    name.getStyleClass().add("context-name");
    detail.getStyleClass().add("context-detail");
    HBox text = new HBox(shield, server, name, detail);
    text.getStyleClass().add("context-text");
    button.setGraphic(text);
    button.getStyleClass().add("context-button");
    button.setTooltip(tooltip);
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
    button.setOnShowing(event -> actions.reload());
    show(ContextState.NONE);
  }

  public MenuButton node() {
    return button;
  }

  /** Opens the menu. */
  public void open() {
    button.requestFocus();
    button.show();
  }

  public void show(ContextState state) {
    Optional<KubeContext> chosen = state.chosen();
    name.setText(
        chosen
            .map(c -> c.name() + " / " + c.namespaceOrDefault())
            .orElseGet(() -> Messages.text("cluster.context.none")));
    detail.setText(
        switch (state.phase()) {
          case NONE -> "";
          case CONNECTING -> Messages.text("cluster.context.connecting");
          case CONNECTED -> state.detail();
          case FAILED -> Messages.text("cluster.context.failed");
        });
    visible(shield, state.isProtected());
    visible(server, !state.isProtected());
    visible(detail, !detail.getText().isEmpty());
    button.pseudoClassStateChanged(PROTECTED, state.isProtected());
    button.pseudoClassStateChanged(FAILED, state.phase() == Phase.FAILED);
    tooltip.setText(tip(state));
    button.setAccessibleText(
        String.join(
            ", ",
            Messages.text("cluster.context"),
            name.getText(),
            detail.getText(),
            state.isProtected() ? Messages.text("cluster.context.protected") : ""));
    button.getItems().setAll(items(state));
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static String tip(ContextState state) {
    List<String> lines = new ArrayList<>();
    state
        .chosen()
        .ifPresentOrElse(
            c -> {
              lines.add(Messages.text("cluster.context.tip", c.key().server(), c.key().file()));
              lines.addAll(c.notes());
            },
            () -> lines.add(Messages.text("cluster.context.choose")));
    if (state.phase() == Phase.FAILED) {
      lines.add(state.detail());
    }
    return String.join("\n", lines);
  }

  private List<MenuItem> items(ContextState state) {
    List<MenuItem> items = new ArrayList<>();
    items.add(
        radio(
            Messages.text("cluster.context.none"),
            state.chosen().isEmpty(),
            () -> actions.choose(Optional.empty())));
    Optional<Path> file = Optional.empty();
    for (KubeContext context : state.contexts()) {
      if (!file.equals(Optional.of(context.key().file()))) {
        file = Optional.of(context.key().file());
        items.add(new SeparatorMenuItem());
        items.add(off(file.get().toString()));
      }
      items.add(
          radio(
              Messages.text(
                  context.shadowed() ? "cluster.context.shadowed" : "cluster.context.item",
                  context.name(),
                  context.key().server()),
              state.chosen().map(KubeContext::key).equals(Optional.of(context.key())),
              () -> actions.choose(Optional.of(context))));
    }
    if (!state.problems().isEmpty()) {
      items.add(new SeparatorMenuItem());
      state.problems().forEach(problem -> items.add(off(problem)));
    }
    if (state.chosen().isPresent()) {
      items.add(new SeparatorMenuItem());
      CheckMenuItem protect = new CheckMenuItem(Messages.text("cluster.context.protect"));
      protect.setSelected(state.isProtected());
      protect.setOnAction(event -> actions.protect(!state.isProtected()));
      items.add(protect);
      MenuItem test = new MenuItem(Messages.text("cluster.context.test"));
      test.setOnAction(event -> actions.test());
      items.add(test);
    }
    return items;
  }

  private static MenuItem off(String text) {
    MenuItem item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setDisable(true);
    return item;
  }

  private static RadioMenuItem radio(String text, boolean selected, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(selected);
    item.setOnAction(event -> action.run());
    return item;
  }
}
