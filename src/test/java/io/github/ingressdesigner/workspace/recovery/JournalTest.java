package io.github.ingressdesigner.workspace.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextSamples;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.recovery.Recovery.Candidate;
import io.github.ingressdesigner.workspace.recovery.Recovery.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String SECRET =
      "kind: Secret\nmetadata:\n  name: s\ndata:\n  one: T05FT05F\n  two: VFdPVFdP\n";

  @TempDir Path folder;
  private final FileStore store = new FileStore();
  private final Workspace workspace = new Workspace(InstantSource.system());
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> troubles = new ArrayList<>();
  private Path state;
  private Path path;
  private FileId file;
  private DiskFiles disk;
  private Journal journal;

  private static final class Deaf implements DiskFiles.Listener {
    @Override
    public void reloaded(FileId which) {}

    @Override
    public void conflict(FileId which, DiskFiles.Collision collision) {}

    @Override
    public void deleted(FileId which) {}

    @Override
    public void restored(FileId which) {}

    @Override
    public void failed(Path which, String message) {
      throw new IllegalStateException(message);
    }
  }

  @BeforeEach
  void open() throws IOException {
    state = folder.resolve("state");
    path = folder.resolve("a.yaml");
    file = FileStore.idOf(path);
    disk = new DiskFiles(workspace, store, Runnable::run, Runnable::run, new Deaf());
    journal =
        new Journal(
            state,
            workspace,
            id -> disk.base(id),
            InstantSource.system(),
            Runnable::run,
            later::add,
            troubles::add);
  }

  private void open(String text) throws IOException {
    Files.writeString(path, text);
    disk.open(path, opened -> {});
  }

  private void edit(FileId which, TextEdits edits) {
    workspace.apply(
        new Change("edit", Change.Kind.TYPING, Map.of(which, edits), Optional.empty()), this);
  }

  private void replace(String from, String to) {
    int at = workspace.text(file).string().indexOf(from);
    edit(file, TextEdits.of(new TextEdit(at, from, to)));
  }

  private void write() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  /** As after a kill: the lock is gone, the files are there. */
  private List<Candidate> recovered() throws IOException {
    Path dead = folder.resolve("dead");
    copy(state, dead);
    try (Recovery recovery = Recovery.find(dead, store)) {
      return recovery.candidates();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    delete(to);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Files.copy(source, to.resolve(from.relativize(source).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private String journalText() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> all = Files.walk(state)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String raw =
            new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1);
        text.append(raw.replace("\0", ""));
      }
    }
    return text.toString();
  }

  @Test
  void unsavedEditsComeBack() throws Exception {
    open("a: 1\nb: 2\n");
    replace("a: 1", "a: 100");
    write();
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.file()).isEqualTo(file);
    assertThat(candidate.state()).isEqualTo(State.EXACT);
    assertThat(candidate.text().string()).isEqualTo("a: 100\nb: 2\n");
    assertThat(candidate.secretsLeftOut()).isFalse();
  }

  @Test
  void untitledTextsComeBack() throws Exception {
    FileId untitled = workspace.openUntitled("template: 1\n");
    edit(untitled, TextEdits.of(TextEdit.insert(0, "mine: 1\n")));
    write();
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.file()).isEqualTo(untitled);
    assertThat(candidate.text().string()).isEqualTo("mine: 1\ntemplate: 1\n");
  }

  @Test
  void savedFilesLeaveNothingBehind() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    disk.save(file, result -> {});
    write();
    assertThat(recovered()).isEmpty();
  }

  @Test
  void undoneEditsLeaveNothingBehind() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    workspace.undo();
    write();
    assertThat(recovered()).isEmpty();
  }

  @Test
  void editsAfterASaveCountAgainstTheSavedText() throws Exception {
    open("a: 1\nb: 2\n");
    replace("a: 1", "a: 100");
    write();
    disk.save(file, result -> {});
    replace("b: 2", "b: 200");
    write();
    assertThat(recovered().getFirst().text().string()).isEqualTo("a: 100\nb: 200\n");
  }

  @Test
  void randomEditsComeBackExactly() throws Exception {
    Random random = new Random(9);
    for (int round = 0; round < 150; round++) {
      String text = TextSamples.withEndings(random, TextSamples.text(random, 30));
      open(text);
      for (int step = random.nextInt(12); step >= 0; step--) {
        switch (random.nextInt(8)) {
          case 0 -> workspace.undo();
          case 1 -> write();
          case 2 -> disk.save(file, result -> {});
          default -> edit(file, TextSamples.edits(random, workspace.text(file).string()));
        }
      }
      write();
      List<Candidate> candidates = recovered();
      if (workspace.isDirty(file)) {
        assertThat(candidates.getFirst().text().string()).isEqualTo(workspace.text(file).string());
        assertThat(candidates.getFirst().state()).isEqualTo(State.EXACT);
      } else {
        assertThat(candidates).isEmpty();
      }
      disk.close(file);
      write();
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void aFileChangedMeanwhileTakesTheEditsWhereTheyBelong() throws Exception {
    open("a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n");
    replace("d: 4", "d: 400");
    write();
    Files.writeString(path, "# new\n# lines\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n");
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.state()).isEqualTo(State.MOVED);
    assertThat(candidate.text().string())
        .isEqualTo("# new\n# lines\na: 1\nb: 2\nc: 3\nd: 400\ne: 5\nf: 6\n");
  }

  @Test
  void aFileChangedBeforeThePersonDecidesIsJudgedAgain() throws Exception {
    open("a: 1\nb: 2\nc: 3\nd: 4\n");
    replace("d: 4", "d: 400");
    write();
    Path dead = folder.resolve("dead");
    copy(state, dead);
    try (Recovery recovery = Recovery.find(dead, store)) {
      Candidate exact = recovery.candidates().getFirst();
      Files.writeString(path, "# new\na: 1\nb: 2\nc: 3\nd: 4\n");
      Candidate now = recovery.again(exact);
      assertThat(exact.state()).isEqualTo(State.EXACT);
      assertThat(now.state()).isEqualTo(State.MOVED);
      assertThat(now.text().string()).isEqualTo("# new\na: 1\nb: 2\nc: 3\nd: 400\n");
    }
  }

  @Test
  void editsWithoutAPlaceComeBackLoose() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 1\nmine: 2");
    write();
    Files.writeString(path, "all: new\n");
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.state()).isEqualTo(State.LOOSE);
    assertThat(candidate.text().string()).contains("mine: 2");
    Files.delete(path);
    assertThat(recovered().getFirst().state()).isEqualTo(State.LOOSE);
  }

  @Test
  void unchangedSecretValuesComeFromTheDiskNotFromTheJournal() throws Exception {
    open(SECRET);
    replace("name: s\n", "name: s\n  labels: {a: b}\n");
    write();
    assertThat(journalText()).contains("labels").doesNotContain("T05F").doesNotContain("VFdP");
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.text().string()).isEqualTo(workspace.text(file).string());
    assertThat(candidate.secretsLeftOut()).isFalse();
  }

  @Test
  void movedSecretValuesComeFromTheDiskToo() throws Exception {
    open(SECRET);
    replace("  one: T05FT05F\n  two: VFdPVFdP\n", "  two: VFdPVFdP\n  one: T05FT05F\n");
    write();
    assertThat(journalText()).doesNotContain("T05F").doesNotContain("VFdP");
    assertThat(recovered().getFirst().text().string()).isEqualTo(workspace.text(file).string());
  }

  @Test
  void newSecretValuesAreLeftOutAndSaidToBe() throws Exception {
    open(SECRET);
    replace("two: VFdPVFdP\n", "two: bmV3bmV3\n  three: cGFzcw==\n");
    replace("name: s", "name: t");
    write();
    assertThat(journalText()).doesNotContain("bmV3").doesNotContain("cGFz");
    Candidate candidate = recovered().getFirst();
    assertThat(candidate.secretsLeftOut()).isTrue();
    assertThat(candidate.text().string())
        .isEqualTo(
            "kind: Secret\nmetadata:\n  name: t\ndata:\n  one: T05FT05F\n  two: <left-out>\n"
                + "  three: <left-out>\n");
  }

  @Test
  void aValueTypedLetterByLetterNeverEnters() throws Exception {
    open(SECRET);
    int at = SECRET.indexOf("T05FT05F") + 4;
    for (char c : "hunter2hunter2".toCharArray()) {
      edit(file, TextEdits.of(TextEdit.insert(at++, Character.toString(c))));
      write();
      assertThat(journalText()).doesNotContain("hu").doesNotContain("T05F");
    }
  }

  @Test
  void aNewSecretInAnUntitledTextIsLeftOut() throws Exception {
    FileId untitled = workspace.openUntitled("");
    edit(untitled, TextEdits.of(TextEdit.insert(0, SECRET)));
    write();
    assertThat(journalText()).contains("name: s").doesNotContain("T05F");
    assertThat(recovered().getFirst().secretsLeftOut()).isTrue();
  }

  @Test
  void valuesInBrokenTextNeverEnter() throws Exception {
    Random random = new Random(4);
    String text = SECRET + "---\nkind: ConfigMap\ndata:\n  a: open\n";
    for (int round = 0; round < 300; round++) {
      open(text);
      replace("VFdPVFdP", "bmV3bmV3");
      for (int i = 0; i < 3; i++) {
        int at = workspace.text(file).string().indexOf("bmV3");
        String[] noise = {"[", "\"", "{", "'", "\n", " x: ", "- ", "#", "kind"};
        edit(
            file,
            TextEdits.of(
                TextEdit.insert(
                    random.nextInt(Math.max(1, at)), noise[random.nextInt(noise.length)])));
      }
      write();
      if (workspace.text(file).string().contains("\nkind: Secret")
          || workspace.text(file).string().startsWith("kind: Secret")) {
        assertThat(journalText()).as(workspace.text(file).string()).doesNotContain("bmV3");
      }
      disk.close(file);
      write();
    }
  }

  @Test
  void journalsAreForTheirOwnerAlone() throws Exception {
    open("a: 1\n");
    assumeTrue(path.getFileSystem().supportedFileAttributeViews().contains("posix"));
    replace("a: 1", "a: 100");
    write();
    try (Stream<Path> all = Files.walk(state)) {
      for (Path each : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void livingInstancesAreLeftAlone() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    try (Recovery recovery = Recovery.find(state, store)) {
      assertThat(recovery.candidates()).isEmpty();
    }
  }

  @Test
  void twoStartsAtOnceDoNotOfferTheSame() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    Path dead = folder.resolve("dead");
    copy(state, dead);
    try (Recovery first = Recovery.find(dead, store);
        Recovery second = Recovery.find(dead, store)) {
      assertThat(first.candidates()).hasSize(1);
      assertThat(second.candidates()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeLockedDoesNotHideTheOthers() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    Path dead = folder.resolve("older");
    copy(state, dead);
    Files.createDirectories(dead.resolve("recovery/0-odd/lock"));
    try (Silence silence = Silence.of();
        Recovery recovery = Recovery.find(dead, store)) {
      assertThat(recovery.candidates()).hasSize(1);
    }
  }

  @Test
  void aDamagedJournalIsPassedOver() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    Path dead = folder.resolve("dead");
    copy(state, dead);
    try (Stream<Path> all = Files.walk(dead)) {
      Path one = all.filter(each -> each.toString().endsWith(".journal")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(one);
      bytes[bytes.length / 2] ^= 1;
      Files.write(one, bytes);
    }
    try (Silence silence = Silence.of();
        Recovery recovery = Recovery.find(dead, store)) {
      assertThat(recovery.candidates()).isEmpty();
    }
  }

  @Test
  void takingOverDropsTheOldJournalOnceTheNewOneIsWritten() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    Path dead = folder.resolve("older");
    copy(state, dead);
    try (Recovery recovery = Recovery.find(dead, store)) {
      journal.takeOver(recovery.candidates().getFirst());
    }
    assertThat(recovered()).hasSize(1);
    try (Recovery again = Recovery.find(dead, store)) {
      assertThat(again.candidates()).isEmpty();
    }
  }

  @Test
  void takingOverKeepsTheOldJournalWhereTheNewOneCannotBeWritten() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    Path dead = folder.resolve("older");
    copy(state, dead);
    delete(state);
    try (Silence silence = Silence.of();
        Recovery recovery = Recovery.find(dead, store)) {
      journal.takeOver(recovery.candidates().getFirst());
    }
    try (Recovery again = Recovery.find(dead, store)) {
      assertThat(again.candidates()).hasSize(1);
    }
  }

  @Test
  void anOrderlyEndLeavesNothing() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    journal.close();
    try (Stream<Path> all = Files.list(state.resolve("recovery"))) {
      assertThat(all).isEmpty();
    }
  }

  @Test
  void troubleIsToldOnce() throws Exception {
    open("a: 1\n");
    replace("a: 1", "a: 100");
    write();
    delete(state);
    try (Silence silence = Silence.of()) {
      replace("a: 100", "a: 1000");
      write();
      replace("a: 1000", "a: 2000");
      write();
    }
    assertThat(troubles).hasSize(1).first().asString().contains("cannot be kept for recovery");
  }

  /** A second process writes, is killed without warning, and the first one finds its work. */
  @Test
  void workSurvivesAKill() throws Exception {
    Path dead = folder.resolve("killed");
    Files.writeString(path, "a: 1\nb: 2\n");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledEditor.class.getName(),
                dead.toString(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("written");
      try (Recovery early = Recovery.find(dead, store)) {
        assertThat(early.candidates()).as("it still lives").isEmpty();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    try (Recovery recovery = Recovery.find(dead, store)) {
      assertThat(recovery.candidates())
          .extracting(candidate -> candidate.text().string())
          .containsExactly("a: killed\nb: 2\n");
    }
  }
}
