package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to the field in hand. Most fields have nothing to report, so that a {@link FieldPath} is
 * made on demand.
 */
record Trail(Optional<Trail> parent, Optional<Element> last) {
  static final Trail ROOT = new Trail(Optional.empty(), Optional.empty());

  Trail key(String name) {
    return new Trail(Optional.of(this), Optional.of(new FieldPath.Key(name)));
  }

  Trail index(int index) {
    return new Trail(Optional.of(this), Optional.of(new FieldPath.Index(index)));
  }

  FieldPath path() {
    List<Element> elements = new ArrayList<>();
    for (Trail t = this; t.last.isPresent(); t = t.parent.orElseThrow()) {
      elements.add(t.last.get());
    }
    return new FieldPath(elements.reversed());
  }

  /** The last key on the way, for messages. */
  String field() {
    Trail t = this;
    while (t.last.isPresent()) {
      if (t.last.get() instanceof FieldPath.Key key) {
        return key.name();
      }
      t = t.parent.orElseThrow();
    }
    return "document";
  }
}
