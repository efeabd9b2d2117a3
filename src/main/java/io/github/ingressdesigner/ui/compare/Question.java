package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;

/** Something to find out about the open files of one moment; immutable, for another thread. */
sealed interface Question {
  Resources resources();

  /** Whether another question would get the same answer. */
  boolean isSame(Question other);

  record Controllers(Resources resources, Dialect from, Dialect to) implements Question {
    @Override
    public boolean isSame(Question other) {
      return other instanceof Controllers o
          && o.resources == resources
          && o.from.equals(from)
          && o.to.equals(to);
    }
  }

  /**
   * @param dialect that the routes of the snapshot were compiled for
   * @param files those that are open, with what was last saved of them
   * @param look rises when the earlier version is to be read again
   */
  record Changes(Snapshot snapshot, Dialect dialect, Base base, List<Open> files, long look)
      implements Question {
    public Changes {
      files = List.copyOf(files);
    }

    @Override
    public Resources resources() {
      return snapshot.resources();
    }

    @Override
    public boolean isSame(Question other) {
      return other instanceof Changes o
          && o.resources() == resources()
          && o.snapshot.routes() == snapshot.routes()
          && isSameBase(o);
    }

    /** Whether the earlier version is the same. */
    boolean isSameBase(Changes other) {
      return other.base.equals(base)
          && other.dialect.equals(dialect)
          && other.files.equals(files)
          && other.look == look;
    }
  }

  record Paths(Resources resources, RouteTable routes, Dialect dialect) implements Question {
    @Override
    public boolean isSame(Question other) {
      return other instanceof Paths o && o.resources == resources && o.routes == routes;
    }
  }

  /**
   * An open file.
   *
   * @param saved empty where it was never saved
   */
  record Open(FileId file, Optional<FileBytes> saved) {
    @Override
    public boolean equals(Object other) {
      // The bytes of a file are replaced, never changed, and comparing them would take long.
      return other instanceof Open o
          && o.file.equals(file)
          && o.saved.isPresent() == saved.isPresent()
          && (saved.isEmpty() || o.saved.get() == saved.get());
    }

    @Override
    public int hashCode() {
      return file.hashCode();
    }
  }
}
