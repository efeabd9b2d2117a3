package io.github.ingressdesigner.workspace.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
  @TempDir Path folder;
  private final FileStore store = new FileStore();
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.yaml");
    Files.writeString(file, "old\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }

  private static void assumePosix(Path path) {
    assumeTrue(Disk.isPosix(path), "needs POSIX permissions");
  }

  @Test
  void savedFileHoldsTheBytesAndNothingElseIsLeft() throws Exception {
    Stamp read = store.load(file).stamp();
    Stamp saved = store.save(file, bytes("new\n"), read);
    assertThat(file).hasContent("new\n");
    assertThat(saved).isEqualTo(store.stamp(file).orElseThrow());
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void permissionsAreKept() throws Exception {
    assumePosix(file);
    for (String mode : List.of("rw-r-----", "rwxrwxr-x", "rw-------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      store.replace(file, bytes(mode));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
    }
  }

  @Test
  void aLinkStaysALinkAndItsFileIsSaved() throws Exception {
    assumePosix(file);
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("a.yaml"));
    store.save(link, bytes("new\n"), store.load(link).stamp());
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(file).hasContent("new\n");
  }

  @Test
  void aChainOfLinksIsFollowedAcrossFolders() throws Exception {
    assumePosix(file);
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path first = Files.createSymbolicLink(inner.resolve("first"), Path.of("..", "a.yaml"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    store.replace(second, bytes("new\n"));
    assertThat(file).hasContent("new\n");
    assertThat(Files.isSymbolicLink(first)).isTrue();
  }

  @Test
  void aLinkToNothingMakesTheFileThere() throws Exception {
    assumePosix(file);
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("later.yaml"));
    store.replace(link, bytes("new\n"));
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(folder.resolve("later.yaml")).hasContent("new\n");
  }

  @Test
  void linksInACircleAreSaidToBe() throws Exception {
    assumePosix(file);
    Path one = folder.resolve("one");
    Path two = Files.createSymbolicLink(folder.resolve("two"), one);
    Files.createSymbolicLink(one, two);
    assertThatThrownBy(() -> store.replace(one, bytes("x"))).hasMessageContaining("circle");
  }

  @Test
  void hardLinksGoOnToShareTheFile() throws Exception {
    assumePosix(file);
    Path twin = Files.createLink(folder.resolve("twin.yaml"), file);
    store.replace(file, bytes("new\n"));
    assertThat(twin).hasContent("new\n");
    assertThat(Files.isSameFile(file, twin)).isTrue();
    assertThat(names()).containsExactly("a.yaml", "twin.yaml");
  }

  @Test
  void aFileChangedSinceIsNotOverwritten() throws Exception {
    Stamp read = store.load(file).stamp();
    Files.writeString(file, "theirs\n");
    assertThatThrownBy(() -> store.save(file, bytes("mine\n"), read))
        .isInstanceOf(ChangedOnDiskException.class)
        .hasMessageContaining("changed by another program");
    assertThat(file).hasContent("theirs\n");
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void aChangeThatKeepsSizeAndTimeIsNoticed() throws Exception {
    Stamp read = store.load(file).stamp();
    Files.writeString(file, "OLD\n");
    Files.setLastModifiedTime(file, read.modified());
    assertThatThrownBy(() -> store.save(file, bytes("mine\n"), read))
        .isInstanceOf(ChangedOnDiskException.class);
  }

  @Test
  void aTouchedFileIsNotAChangedFile() throws Exception {
    Stamp read = store.load(file).stamp();
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    store.save(file, bytes("new\n"), read);
    assertThat(file).hasContent("new\n");
  }

  @Test
  void aDeletedFileIsNotSilentlyMadeAgain() throws Exception {
    Stamp read = store.load(file).stamp();
    Files.delete(file);
    assertThatThrownBy(() -> store.save(file, bytes("mine\n"), read))
        .isInstanceOfSatisfying(
            ChangedOnDiskException.class, e -> assertThat(e.isDeleted()).isTrue());
    assertThat(file).doesNotExist();
  }

  @Test
  void createDoesNotReplace() {
    assertThatThrownBy(() -> store.create(file, bytes("new\n")))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("old\n");
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> store.replace(folder, bytes("x"))).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> store.load(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path lost = folder.resolve("gone/a.yaml");
    assertThatThrownBy(() -> store.create(lost, bytes("x")))
        .hasMessageContaining("The folder " + lost.getParent());
  }

  @Test
  void aDeviceIsNeitherReadNorWritten() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> store.load(device)).hasMessageContaining("not an ordinary file");
    assertThatThrownBy(() -> store.replace(device, bytes("x")))
        .hasMessageContaining("not an ordinary file");
  }

  @Test
  void aHugeFileIsRefused() throws Exception {
    Path huge = folder.resolve("huge.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(FileStore.LARGEST + 1);
    }
    assertThatThrownBy(() -> store.load(huge)).hasMessageContaining("larger than 256 MB");
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    assertThatThrownBy(() -> store.load(folder.resolve("no.yaml")))
        .hasMessageStartingWith("There is no file");
  }

  @Test
  void aFullDiskLeavesTheFileAsItWas() throws Exception {
    FileStore full =
        new FileStore(
            new Disk() {
              @Override
              void create(Path target, byte[] content, boolean forOwnerOnly) throws IOException {
                Files.write(target, new byte[] {1});
                throw new IOException("No space left on device");
              }
            });
    assertThatThrownBy(() -> full.replace(file, bytes("new\n")))
        .hasMessageContaining("the disk is full");
    assertThat(file).hasContent("old\n");
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void aFailedRenameLeavesTheFileAsItWas() throws Exception {
    FileStore failing =
        new FileStore(
            new Disk() {
              @Override
              void move(Path from, Path to) throws IOException {
                throw new IOException("Input/output error");
              }
            });
    assertThatThrownBy(() -> failing.replace(file, bytes("new\n")))
        .hasMessageContaining("Input/output error");
    assertThat(file).hasContent("old\n");
    assertThat(names()).containsExactly("a.yaml");
  }

  @Test
  void aChangeBetweenCheckAndRenameIsNoticed() throws Exception {
    Stamp read = store.load(file).stamp();
    FileStore racing =
        new FileStore(
            new Disk() {
              @Override
              void create(Path target, byte[] content, boolean forOwnerOnly) throws IOException {
                super.create(target, content, forOwnerOnly);
                Files.writeString(file, "theirs\n");
              }
            });
    assertThatThrownBy(() -> racing.save(file, bytes("mine\n"), read))
        .isInstanceOf(ChangedOnDiskException.class);
    assertThat(file).hasContent("theirs\n");
  }

  @Test
  void halfAnOverwriteNamesWhereTheWholeTextStands() throws Exception {
    assumePosix(file);
    Files.createLink(folder.resolve("twin.yaml"), file);
    FileStore failing =
        new FileStore(
            new Disk() {
              @Override
              void overwrite(Path target, byte[] content) throws IOException {
                Files.write(target, new byte[] {1});
                throw new IOException("No space left on device");
              }
            });
    assertThatThrownBy(() -> failing.replace(file, bytes("new\n")))
        .hasMessageContaining("whole new text stands in");
    String kept = names().stream().filter(name -> name.endsWith(".tmp")).findFirst().orElseThrow();
    assertThat(folder.resolve(kept)).hasContent("new\n");
  }

  @Test
  void aReadOnlyFolderSaysWhatToDo() throws Exception {
    assumePosix(file);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(folder), "runs as root, whom nothing is forbidden");
      assertThatThrownBy(() -> store.replace(file, bytes("new\n")))
          .hasMessageContaining("Make the folder writable, or save to another place");
      assertThat(file).hasContent("old\n");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aWriteProtectedFileIsNotReplaced() throws Exception {
    assumePosix(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isWritable(file), "runs as root, whom nothing is forbidden");
    assertThatThrownBy(() -> store.replace(file, bytes("new\n")))
        .hasMessageContaining("write-protected");
  }

  @Test
  void anUnreadableFileIsSaidToBe() throws Exception {
    assumePosix(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "runs as root, whom nothing is forbidden");
    assertThatThrownBy(() -> store.load(file)).hasMessageContaining("no permission");
  }
}
