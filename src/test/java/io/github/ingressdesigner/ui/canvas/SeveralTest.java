package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.ui.canvas.Pointer.Adding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gestures on several elements: each one undo step, and nothing else of the text changes. */
class SeveralTest {
  private static final String A = "a.example.com";
  private static final String B = "b.example.com";
  private static final String HEAD =
      """
      # routes of the shop
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
      """;

  private static String host(String name) {
    return "    - host: " + name + "\n      http:\n        paths:\n";
  }

  private static String entry(String path, String type, String service) {
    return """
              - path: %s # as agreed
                pathType: %s
                backend:
                  service:
                    name: %s
                    port:
                      number: 80
    """
        .formatted(path, type, service);
  }

  private static String entry(int number) {
    return entry(name(number), "Prefix", "s" + number % 3);
  }

  private static String name(int number) {
    return "/p%02d".formatted(number);
  }

  private static String entries(int from, int to) {
    return IntStream.range(from, to).mapToObj(SeveralTest::entry).reduce("", String::concat);
  }

  private static final String OTHER = entry("/other", "Prefix", "other");
  private static final String TEXT = HEAD + host(A) + entries(0, 30) + host(B) + OTHER;

  private Desk desk = Desk.of(TEXT);

  @BeforeEach
  void followTheFocus() {
    desk.bench.onFocus = at -> desk.model.selectedElsewhere(Optional.of(at));
  }

  private Item.Row path(int number) {
    return desk.path(A, name(number));
  }

  private void choose(int from, int to) {
    List<Item> items = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> items.add(path(i)));
    desk.model.selectAll(items, false);
  }

  private void assertOneStepTo(String text) {
    assertThat(desk.bench.text()).isEqualTo(text);
    desk.bench.undo();
    assertThat(desk.bench.text()).isEqualTo(TEXT);
    assertThat(desk.bench.workspace.undoLabel()).isEmpty();
  }

  private void press(Item item, Adding adding) {
    desk.model.reveal(item);
    Box box = desk.onScreen(item);
    desk.pointer.press(box.centerX(), box.centerY(), false, 1, adding);
    desk.pointer.release(box.centerX(), box.centerY());
  }

  @Test
  void twentyPathsMoveToAnotherHostByKeys() {
    desk.select(path(5));
    IntStream.range(0, 19).forEach(i -> desk.run(Gesture.EXTEND_DOWN));
    desk.run(Gesture.TO_HOST_BELOW);
    assertThat(desk.bench.workspace.undoLabel()).contains("Move 20 paths to b.example.com");
    assertOneStepTo(
        HEAD + host(A) + entries(0, 5) + entries(25, 30) + host(B) + OTHER + entries(5, 25));
  }

  @Test
  void movedPathsStaySelected() {
    choose(2, 5);
    desk.run(Gesture.TO_HOST_BELOW);
    desk.refresh();
    assertThat(desk.model.selection())
        .containsExactlyInAnyOrder(
            desk.path(B, "/p02"), desk.path(B, "/p03"), desk.path(B, "/p04"));
  }

  @Test
  void severalPathsAreDraggedToAnotherHost() {
    desk.model.fit();
    choose(0, 3);
    Box from = desk.onScreen(path(1));
    Box to = desk.onScreen(desk.host(B));
    desk.drag(from.centerX(), from.centerY(), to.centerX(), to.centerY());
    assertOneStepTo(HEAD + host(A) + entries(3, 30) + host(B) + OTHER + entries(0, 3));
  }

  @Test
  void severalPathsAreReroutedByDragOfOnePort() {
    desk.model.zoomTo(0.7, 0, 0);
    choose(0, 3);
    Box from = desk.onScreen(path(0));
    Box to = desk.onScreen(desk.backend("s1:80"));
    desk.drag(from.right(), from.centerY(), to.centerX(), to.centerY());
    assertOneStepTo(
        HEAD
            + host(A)
            + entry("/p00", "Prefix", "s1")
            + entry("/p01", "Prefix", "s1")
            + entry("/p02", "Prefix", "s1")
            + entries(3, 30)
            + host(B)
            + OTHER);
  }

  @Test
  void severalPathsAreCutAndPutElsewhere() {
    choose(0, 2);
    desk.run(Gesture.CUT);
    desk.select(desk.path(B, "/other")).run(Gesture.PASTE);
    assertOneStepTo(HEAD + host(A) + entries(2, 30) + host(B) + entries(0, 2) + OTHER);
  }

  @Test
  void severalPathsAreCopiedAsYamlWithTheirComments() {
    choose(0, 2);
    desk.run(Gesture.COPY);
    assertThat(desk.bench.copied).isEqualTo(entries(0, 2).indent(-10));
  }

  @Test
  void copiedPathsArePutBehindTheSelectedOne() {
    choose(0, 2);
    desk.run(Gesture.COPY).select(desk.path(B, "/other")).run(Gesture.PASTE);
    assertThat(desk.bench.workspace.undoLabel()).contains("Paste 2 elements");
    assertOneStepTo(HEAD + host(A) + entries(0, 30) + host(B) + OTHER + entries(0, 2));
  }

  @Test
  void pastedPathsAreSelected() {
    choose(0, 2);
    desk.run(Gesture.COPY).select(desk.host(B)).run(Gesture.PASTE);
    desk.refresh();
    assertThat(desk.model.selection()).containsExactly(desk.path(B, "/p00"), desk.path(B, "/p01"));
  }

  @Test
  void copiedHostIsPutBehindTheSelectedOne() {
    desk.select(desk.host(B)).run(Gesture.COPY).select(desk.host(A)).run(Gesture.PASTE);
    assertOneStepTo(HEAD + host(A) + entries(0, 30) + host(B) + OTHER + host(B) + OTHER);
  }

  @Test
  void resourceOnTheClipboardBecomesADocument() {
    desk.bench.copied = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";
    desk.select(desk.host(A)).run(Gesture.PASTE);
    assertOneStepTo(TEXT + "---\n" + desk.bench.copied);
  }

  @Test
  void onePathWithoutItsDashIsPutToo() {
    desk.bench.copied = entry(7).indent(-12).substring(0).replaceFirst("^- ", "");
    desk.select(desk.host(B)).run(Gesture.PASTE);
    assertThat(desk.bench.text()).startsWith(TEXT.stripTrailing());
  }

  @Test
  void otherTextOnTheClipboardIsRefused() {
    desk.bench.copied = "hello";
    desk.select(desk.host(B)).run(Gesture.PASTE);
    assertThat(desk.bench.text()).isEqualTo(TEXT);
    assertThat(desk.said()).startsWith("The clipboard holds no path, host or resource as YAML.");
  }

  @Test
  void severalPathsAreDeleted() {
    choose(1, 29);
    desk.run(Gesture.DELETE);
    assertThat(desk.bench.workspace.undoLabel()).contains("Delete 28 elements");
    assertOneStepTo(HEAD + host(A) + entry(0) + entry(29) + host(B) + OTHER);
  }

  @Test
  void hostsAndPathsOfOthersAreDeletedTogether() {
    desk.model.selectAll(List.of(desk.host(B), path(3), desk.path(B, "/other")), false);
    desk.run(Gesture.DELETE);
    assertOneStepTo(HEAD + host(A) + entries(0, 3) + entries(4, 30));
  }

  @Test
  void severalPathsAreDuplicated() {
    choose(0, 2);
    desk.run(Gesture.DUPLICATE);
    assertOneStepTo(
        HEAD
            + host(A)
            + entry(0)
            + entry(0)
            + entry(1)
            + entry(1)
            + entries(2, 30)
            + host(B)
            + OTHER);
  }

  @Test
  void severalPathsGetTheTypeThatComesNextForTheOneWithTheKeyboard() {
    choose(0, 3);
    desk.run(Gesture.NEXT_TYPE);
    assertThat(desk.model.selection()).hasSize(3);
    assertOneStepTo(
        HEAD
            + host(A)
            + entry("/p00", PathType.EXACT.text(), "s0")
            + entry("/p01", PathType.EXACT.text(), "s1")
            + entry("/p02", PathType.EXACT.text(), "s2")
            + entries(3, 30)
            + host(B)
            + OTHER);
  }

  @Test
  void severalPathsMoveUpInTheFileAsOneBlock() {
    choose(2, 4);
    desk.run(Gesture.UP_IN_FILE);
    assertOneStepTo(
        HEAD + host(A) + entry(0) + entries(2, 4) + entry(1) + entries(4, 30) + host(B) + OTHER);
  }

  @Test
  void serviceOfAllBackendsChangesAndPortsStay() {
    desk.model.selectAll(List.of(desk.backend("s0:80"), desk.backend("other:80")), false);
    desk.run(Gesture.EDIT);
    assertThat(desk.asked).containsExactly("edit SERVICES");
    desk.model.execute(
        desk.model.setField(desk.model.selected().orElseThrow(), EditField.SERVICES, "web"));
    assertOneStepTo(TEXT.replace("name: s0\n", "name: web\n").replace("name: other", "name: web"));
  }

  @Test
  void reroutingAsksOnceForAll() {
    choose(0, 2);
    desk.run(Gesture.REROUTE);
    assertThat(desk.asked)
        .containsExactly("backend of spec.rules[0].http.paths[0], spec.rules[0].http.paths[1]");
  }

  @Test
  void controlAndClickAddsAndTakesOut() {
    press(path(0), Adding.NONE);
    press(path(2), Adding.TOGGLE);
    assertThat(desk.model.selection()).containsExactly(path(0), path(2));
    press(path(0), Adding.TOGGLE);
    assertThat(desk.model.selection()).containsExactly(path(2));
  }

  @Test
  void shiftAndClickSelectsAllBetween() {
    press(path(1), Adding.NONE);
    press(path(4), Adding.RANGE);
    assertThat(desk.model.selection()).containsExactlyElementsOf(rows(1, 5));
    press(path(0), Adding.RANGE);
    assertThat(desk.model.selection()).containsExactlyElementsOf(rows(0, 2));
  }

  private List<Item> rows(int from, int to) {
    return IntStream.range(from, to).<Item>mapToObj(this::path).toList();
  }

  @Test
  void rectangleSelectsWhatItTouches() {
    Box first = desk.onScreen(path(1));
    Box last = desk.onScreen(path(3));
    desk.drag(first.x() - 6, first.y() - 4, last.centerX(), last.centerY());
    assertThat(desk.model.selection()).containsExactlyElementsOf(rows(1, 4));
    assertThat(desk.model.band()).isEmpty();
  }

  @Test
  void clickOnOneOfSeveralSelectsItAlone() {
    choose(0, 3);
    press(path(1), Adding.NONE);
    assertThat(desk.model.selection()).containsExactly(path(1));
  }

  @Test
  void selectAllTakesTheHostFirstAndThenAll() {
    desk.select(path(4)).run(Gesture.SELECT_ALL);
    assertThat(desk.model.selection()).hasSize(30);
    desk.run(Gesture.SELECT_ALL);
    assertThat(desk.model.selection()).hasSize(31);
  }

  @Test
  void keyboardGoesOnWithoutTheSelectionAndAddsToIt() {
    desk.select(path(0)).run(Gesture.FOCUS_DOWN).run(Gesture.FOCUS_DOWN);
    assertThat(desk.model.selection()).containsExactly(path(0));
    desk.run(Gesture.TOGGLE);
    assertThat(desk.model.selection()).containsExactly(path(0), path(2));
  }

  @Test
  void escapeKeepsTheOneWithTheKeyboard() {
    choose(0, 3);
    desk.run(Gesture.CANCEL);
    assertThat(desk.model.selection()).containsExactly(path(0));
  }

  @Test
  void screenReadersHearHowManyAreSelected() {
    choose(0, 3);
    Descriptions words = new Descriptions(desk.model.picture(), Optional.empty(), Untested.HIDDEN);
    assertThat(words.of(desk.model.selection(), path(0)))
        .isEqualTo("3 elements selected: Path /p00, Prefix, of a.example.com, to s0:80");
  }
}
