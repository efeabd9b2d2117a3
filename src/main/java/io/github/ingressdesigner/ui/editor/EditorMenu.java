package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.common.Messages;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.fxmisc.richtext.CodeArea;

/** The menu of the right mouse button over the text. */
final class EditorMenu implements EditorPart {
  @Override
  public void install(FileEditor editor) {
    CodeArea area = editor.area();
    ObservableBooleanValue writable = area.editableProperty();
    ContextMenu menu =
        new ContextMenu(
            item("editor.menu.undo", editor.model().actions()::undo, writable),
            item("editor.menu.redo", editor.model().actions()::redo, writable),
            new SeparatorMenuItem(),
            item("editor.menu.cut", area::cut, writable),
            item("editor.menu.copy", area::copy),
            item("editor.menu.paste", area::paste, writable),
            item("editor.menu.selectAll", area::selectAll),
            new SeparatorMenuItem(),
            item("editor.menu.complete", editor.completion()::open, writable),
            item(
                "editor.menu.comment",
                () -> editor.run(LineCommands.toggleComment(editor.text(), editor.selection())),
                writable),
            item("editor.menu.mend", editor.problemCard()::mendAtCaret, writable),
            item("editor.menu.doc", editor.problemCard()::showDocAtCaret),
            item("editor.menu.change", editor.changeBars()::showAtCaret),
            item("editor.menu.nextChange", () -> editor.changeBars().goToNext(false)),
            item("editor.menu.fold", () -> editor.folding().toggle(area.getCurrentParagraph())));
    area.setContextMenu(menu);
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private static MenuItem item(String key, Runnable action, ObservableValue<Boolean> enabled) {
    MenuItem item = item(key, action);
    item.disableProperty().bind(enabled.map(on -> !on));
    return item;
  }
}
