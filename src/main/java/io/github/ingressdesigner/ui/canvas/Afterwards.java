package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.Clipping;
import java.util.List;
import java.util.stream.IntStream;

/** What is to be selected after a change of several elements. */
final class Afterwards {
  private Afterwards() {}

  /** Whether the places of all elements are the same after the change. */
  static boolean staysInPlace(Intent intent) {
    return switch (intent) {
      case Intent.SetHost _,
          Intent.SetPath _,
          Intent.SetPathType _,
          Intent.SetBackend _,
          Intent.SetAnnotation _,
          Intent.SetName _,
          Intent.SetIngressClass _,
          Intent.SetTlsSecret _,
          Intent.AddTls _,
          Intent.SetValue _,
          Intent.SetDefaultBackend _ ->
          true;
      case Intent.Together together ->
          together.intents().stream().allMatch(Afterwards::staysInPlace);
      case Intent.EditShared(Intent inner) -> staysInPlace(inner);
      case Intent.Detach(Intent inner) -> staysInPlace(inner);
      case Intent.AddHost _,
          Intent.AddPath _,
          Intent.Remove _,
          Intent.Duplicate _,
          Intent.MovePath _,
          Intent.MovePaths _,
          Intent.InsertItems _,
          Intent.AddItem _,
          Intent.Reorder _,
          Intent.AppendDocument _ ->
          false;
    };
  }

  /**
   * The rows that several moved or pasted paths are now; empty for other changes.
   *
   * @param focus what is selected after the change: the first of them
   */
  static List<Location> rows(Intent intent, Location focus) {
    int count =
        intent instanceof Intent.MovePaths move
            ? move.paths().size()
            : intent instanceof Intent.InsertItems items ? Clipping.read(items.yaml()).count() : 0;
    if (count == 0 || !Entries.isPath(focus)) {
      return List.of();
    }
    return IntStream.range(0, count)
        .mapToObj(i -> focus.parent().index(Entries.indexOf(focus) + i))
        .toList();
  }
}
