package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.yaml.ReadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gestures by mouse and key on one and on several elements, typing, undo and redo in any order:
 * graph, text and model agree after each, and undoing all gives the bytes of the beginning. The
 * property {@code walk.steps} sets how many steps each of the walks has; 500 make 2,000 in all.
 */
class RandomWalkTest {
  private static final int STEPS = Integer.getInteger("walk.steps", 100);

  private static final Set<Gesture> EDITS =
      EnumSet.of(
          Gesture.DELETE,
          Gesture.DUPLICATE,
          Gesture.CUT,
          Gesture.COPY,
          Gesture.PASTE,
          Gesture.NEXT_TYPE,
          Gesture.PREVIOUS_TYPE,
          Gesture.UP_IN_FILE,
          Gesture.DOWN_IN_FILE,
          Gesture.TO_HOST_ABOVE,
          Gesture.TO_HOST_BELOW);

  /** What changes the text has a greater chance. */
  private static final List<Gesture> GESTURES =
      Stream.of(Gesture.values())
          .filter(g -> g != Gesture.MENU)
          .flatMap(g -> Stream.generate(() -> g).limit(EDITS.contains(g) ? 5 : 1))
          .toList();

  private final List<String> done = new ArrayList<>();

  /** Files of odd shapes: anchors, brackets, lists, comments, JSON. */
  private static List<Path> odd() {
    try (Stream<Path> all = Files.walk(splices())) {
      return all.filter(p -> p.toString().endsWith(".in.yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path splices() {
    try {
      String one = "/io/github/ingressdesigner/splice/move/within-the-rule.in.yaml";
      return Path.of(RandomWalkTest.class.getResource(one).toURI()).getParent().getParent();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Real files where there are some. */
  private static List<Path> corpus() {
    Path files = Path.of(System.getProperty("corpus.dir", "nowhere"), "files");
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void graphTextAndModelAgreeAndUndoGivesTheBytesBack(long seed) throws Exception {
    Random random = new Random(seed);
    Bench bench = new Bench();
    Map<FileId, byte[]> before = new LinkedHashMap<>();
    List<Path> odd = odd();
    List<Path> corpus = corpus();
    for (int i = 0; i < 4; i++) {
      List<Path> from = i % 2 == 0 || corpus.isEmpty() ? odd : corpus;
      String text = Files.readString(from.get(random.nextInt(from.size())));
      open(bench, i, text, random);
    }
    open(bench, 4, ManyNamespaces.text(25, 2, seed), random);
    for (FileId file : bench.workspace.files()) {
      before.put(file, bench.workspace.bytes(file).encode());
    }
    Desk desk = new Desk(bench);
    bench.onFocus = at -> desk.model.selectedElsewhere(Optional.of(at));
    for (int step = 0; step < STEPS; step++) {
      step(desk, random);
      desk.refresh();
      check(desk, "walk " + seed + ", step " + step + ": " + done.getLast());
    }
    assertThat(bench.performed).hasSizeGreaterThanOrEqualTo(STEPS / 12);
    while (bench.workspace.undoLabel().isPresent()) {
      bench.undo();
    }
    for (FileId file : bench.workspace.files()) {
      assertThat(bench.workspace.bytes(file).encode()).isEqualTo(before.get(file));
    }
  }

  private static void open(Bench bench, int number, String text, Random random) {
    String ends = random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text;
    String marked = random.nextInt(4) == 0 ? "\uFEFF" + ends : ends;
    bench.workspace.open(
        new FileId("/walk/" + number + ".yaml"),
        FileBytes.decode(marked.getBytes(StandardCharsets.UTF_8)));
  }

  private void step(Desk desk, Random random) {
    desk.asked.clear();
    if (!allValid(desk.bench.snapshot()) && random.nextInt(4) > 0) {
      done.add("undo what broke the text");
      desk.bench.undo();
      return;
    }
    int kind = random.nextInt(100);
    if (kind < 25) {
      select(desk, random);
    } else if (kind < 60) {
      gesture(desk, GESTURES.get(random.nextInt(GESTURES.size())), random);
    } else if (kind < 72) {
      field(desk, random);
    } else if (kind < 82) {
      drag(desk, random);
    } else if (kind < 86) {
      type(desk, random);
    } else {
      undo(desk, random);
    }
  }

  private void gesture(Desk desk, Gesture gesture, Random random) {
    if (EDITS.contains(gesture) && desk.model.selection().isEmpty()) {
      select(desk, random);
    }
    done.add("gesture " + gesture + " on " + desk.model.selection());
    desk.run(gesture);
  }

  private void select(Desk desk, Random random) {
    List<Item> all = all(desk);
    if (all.isEmpty()) {
      done.add("nothing to select");
      return;
    }
    Item item = all.get(random.nextInt(all.size()));
    switch (random.nextInt(4)) {
      case 0 -> desk.model.toggle(item);
      case 1 -> desk.model.extendTo(item);
      case 2 -> band(desk, random);
      default -> desk.model.select(item);
    }
    done.add("select " + item);
  }

  private static List<Item> all(Desk desk) {
    List<Item> all = new ArrayList<>();
    desk.model.picture().layout().hosts().forEach(h -> all.add(Navigation.item(h)));
    desk.model.picture().layout().rows().forEach(r -> all.add(Navigation.item(r)));
    desk.model.picture().layout().backends().forEach(b -> all.add(Navigation.item(b)));
    return all;
  }

  private static void band(Desk desk, Random random) {
    desk.pointer.press(4, random.nextInt(500), false, 1);
    desk.pointer.dragTo(random.nextInt(680), random.nextInt(560));
    desk.pointer.release(random.nextInt(680), random.nextInt(560));
  }

  private void field(Desk desk, Random random) {
    Optional<Item> focus = desk.model.selected().filter(desk.model.picture()::has);
    EditField field = EditField.values()[random.nextInt(EditField.values().length)];
    String value =
        List.of("shop.example.com", "/walk", "web", "8080", "api:81", "Exact", "", "Bad Value")
            .get(random.nextInt(8));
    done.add("set " + field + " of " + focus + " to " + value);
    focus
        .filter(item -> fits(item, field))
        .ifPresent(item -> desk.model.execute(desk.model.setField(item, field, value)));
  }

  private static boolean fits(Item item, EditField field) {
    return switch (field) {
      case HOST -> item instanceof Item.Host;
      case TARGET -> item instanceof Item.Backend;
      case TYPE, PATH, SERVICE, PORT -> item instanceof Item.Row;
      case SERVICES -> true;
    };
  }

  private void drag(Desk desk, Random random) {
    List<RowBox> rows = desk.model.picture().layout().rows();
    if (rows.isEmpty()) {
      done.add("nothing to drag");
      return;
    }
    RowBox row = rows.get(random.nextInt(rows.size()));
    desk.model.reveal(Navigation.item(row));
    Box from = desk.onScreen(Navigation.item(row));
    List<Item> targets = all(desk);
    Box to = desk.onScreen(targets.get(random.nextInt(targets.size())));
    boolean port = random.nextBoolean();
    done.add("drag " + row.row().at() + (port ? " by its port" : "") + " to " + to);
    double x = port ? from.right() : from.centerX();
    desk.drag(x, from.centerY(), to.centerX(), to.centerY() - random.nextInt(24));
  }

  /** Mostly harmless, at times something that breaks the document. */
  private void type(Desk desk, Random random) {
    List<FileId> files = desk.bench.workspace.files();
    FileId file = files.get(random.nextInt(files.size()));
    String text = desk.bench.workspace.text(file).string();
    int at = random.nextInt(text.length() + 1);
    boolean cuts = random.nextInt(3) == 0 && at < text.length();
    String typed = List.of("#", "x", "\n", " ", "[", "- ").get(random.nextInt(6));
    TextEdit edit =
        cuts ? new TextEdit(at, text.substring(at, at + 1), "") : TextEdit.insert(at, typed);
    done.add("type " + edit + " in " + file);
    desk.bench.workspace.apply(
        new Change(
            "typing", Change.Kind.TYPING, Map.of(file, TextEdits.of(edit)), Optional.empty()),
        this);
  }

  private void undo(Desk desk, Random random) {
    int steps = 1 + random.nextInt(3);
    boolean back = random.nextInt(3) > 0;
    done.add((back ? "undo " : "redo ") + steps);
    for (int i = 0; i < steps; i++) {
      if (back) {
        desk.bench.undo();
      } else {
        desk.bench.redo();
      }
    }
  }

  private void check(Desk desk, String where) {
    Picture picture = desk.model.picture();
    assertThat(desk.model.selection()).as(where).allMatch(picture::has);
    assertThat(desk.model.selected()).as(where).matches(s -> s.isEmpty() || picture.has(s.get()));
    Snapshot snapshot = desk.bench.snapshot();
    Entries entries = new Entries(snapshot);
    for (RowBox row : picture.layout().rows()) {
      if (row.row() instanceof PathNode path && !path.marks().stale()) {
        // Where no path is written the controller reads one of its own.
        entries
            .path(path.at())
            .flatMap(HttpPath::path)
            .filter(written -> !written.isEmpty())
            .ifPresent(written -> assertThat(path.path()).as(where).isEqualTo(written));
        assertThat(snapshot.rangeOf(path.at())).as(where).isPresent();
      }
    }
    if (allValid(snapshot)) {
      assertThat(described(picture, true)).as(where).isEqualTo(described(anew(desk), true));
    }
  }

  private static boolean allValid(Snapshot snapshot) {
    return snapshot.files().stream()
        .flatMap(file -> file.documents().stream())
        .noneMatch(document -> document.read() instanceof ReadResult.Broken);
  }

  /** The same texts, read from scratch. */
  private static Picture anew(Desk desk) {
    Bench fresh = new Bench();
    for (FileId file : desk.bench.workspace.files()) {
      fresh.open(file.value(), desk.bench.workspace.text(file).string());
    }
    return new Desk(fresh).model.picture();
  }

  private static List<String> described(Picture picture, boolean rows) {
    List<String> all = new ArrayList<>();
    for (RowBox row : picture.layout().rows()) {
      String what =
          row.row() instanceof PathNode path
              ? path.rank() + " " + path.type() + " " + path.path()
              : "default";
      all.add(
          picture.hostOf(row).node().host()
              + " "
              + what
              + " -> "
              + picture.backendOf(row).map(b -> b.node().text()).orElse("nowhere")
              + " at "
              + row.row().at().resource().file().value()
              + " "
              + row.row().at().path());
    }
    return rows ? all : List.of();
  }
}
