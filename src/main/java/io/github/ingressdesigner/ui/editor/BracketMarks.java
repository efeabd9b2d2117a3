package io.github.ingressdesigner.ui.editor;

/** Marks the pair of brackets at the caret. */
final class BracketMarks implements EditorPart {
  @Override
  public void install(FileEditor editor) {
    editor
        .area()
        .caretPositionProperty()
        .addListener(
            (property, was, is) ->
                editor.afterEvents(
                    () ->
                        editor
                            .marks()
                            .setBrackets(
                                Brackets.at(editor.text(), editor.area().getCaretPosition()))));
  }
}
