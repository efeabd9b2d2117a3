package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.recovery.Recovery.Candidate;
import io.github.ingressdesigner.workspace.recovery.VeiledText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Unsaved work of an earlier run, text by text. */
public final class RecoverySheet {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

  private RecoverySheet() {}

  public static Sheet create(List<Candidate> candidates, Runnable restore, Runnable discard) {
    TextArea text = new TextArea();
    text.setEditable(false);
    text.getStyleClass().addAll("mono", "sheet-details");
    HBox.setHgrow(text, Priority.ALWAYS);
    Label facts = new Label();
    facts.getStyleClass().add("sheet-text");
    facts.setWrapText(true);
    ListView<Candidate> list = new ListView<>();
    list.getItems().setAll(candidates);
    list.getStyleClass().add("recovery-list");
    list.setCellFactory(
        view ->
            new ListCell<>() {
              @Override
              protected void updateItem(Candidate candidate, boolean empty) {
                super.updateItem(candidate, empty);
                setText(empty || candidate == null ? "" : candidate.file().name());
              }
            });
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, candidate) -> {
              if (candidate != null) {
                text.setText(VeiledText.of(candidate.text().string()));
                facts.setText(facts(candidate));
              }
            });
    list.getSelectionModel().selectFirst();
    HBox sides = new HBox(list, text);
    sides.getStyleClass().add("recovery-sides");
    return new Sheet(Messages.text("dialogs.recovery.title"))
        .wide()
        .content(sides)
        .content(facts)
        .plain(Messages.text("dialogs.recovery.discard"), discard)
        .cancel(Messages.text("dialogs.recovery.later"), () -> {})
        .accent(Messages.text("dialogs.recovery.restore"), restore);
  }

  private static String facts(Candidate candidate) {
    String key = "dialogs.recovery." + candidate.state().name().toLowerCase(Locale.ROOT);
    String facts = Messages.text(key, candidate.file().name(), WHEN.format(candidate.at()));
    return candidate.secretsLeftOut()
        ? facts + " " + Messages.text("dialogs.recovery.secrets")
        : facts;
  }
}
