package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.common.Compared.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparedMarksTest {
  private static final Location ROW = at(0);
  private static final Location OTHER = at(1);

  private static Location at(int path) {
    ResourceId id = ResourceId.whole(new FileId("/a.yaml"), new DocumentId(1));
    return new Location(id, FieldPath.path(0, path));
  }

  private static Mark mark(int number, Optional<Location> row, Optional<Location> other) {
    return new Mark(number, row, other, Optional.of("default/b:80"), "b:80");
  }

  private static ComparedMarks marks(Mark... marks) {
    return new ComparedMarks(Optional.of(new Compared(List.of(marks), "A", "B", Optional.empty())));
  }

  @Test
  void aDifferenceStandsOnTheRowThatAnswersOnTheOwnSide() {
    ComparedMarks marks =
        marks(
            mark(1, Optional.of(ROW), Optional.of(OTHER)),
            mark(2, Optional.of(ROW), Optional.empty()));
    assertThat(marks.of(ROW)).extracting(Mark::number).containsExactly(1, 2);
    assertThat(marks.of(OTHER)).isEmpty();
  }

  @Test
  void whereNoOwnRowAnswersItStandsOnThatOfTheOtherSide() {
    ComparedMarks marks = marks(mark(1, Optional.empty(), Optional.of(OTHER)));
    assertThat(marks.of(OTHER)).extracting(Mark::number).containsExactly(1);
  }

  @Test
  void nothingIsMarkedWhereNothingIsCompared() {
    assertThat(ComparedMarks.NONE.of(ROW)).isEmpty();
  }
}
