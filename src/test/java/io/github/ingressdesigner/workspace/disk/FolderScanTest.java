package io.github.ingressdesigner.workspace.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {
  private static final String INGRESS = "apiVersion: networking.k8s.io/v1\nkind: Ingress\n";

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FolderScan.Listing scan() throws DiskException {
    return FolderScan.scan(folder, () -> false);
  }

  private List<String> names() throws DiskException {
    return scan().files().stream()
        .map(entry -> folder.relativize(entry.path()).toString())
        .toList();
  }

  @Test
  void ownFilesStandBeforeThoseOfInnerFolders() throws Exception {
    write("a/b/deep.yml", INGRESS);
    write("z.yaml", INGRESS);
    write("B.yaml", INGRESS);
    write("a/x.yaml", INGRESS);
    assertThat(names()).containsExactly("B.yaml", "z.yaml", "a/x.yaml", "a/b/deep.yml");
  }

  @Test
  void hiddenAndBuildFoldersArePassedOver() throws Exception {
    write(".git/a.yaml", INGRESS);
    write("node_modules/a.yaml", INGRESS);
    write("target/a.yaml", INGRESS);
    write(".hidden.yaml", INGRESS);
    write("readme.md", INGRESS);
    assertThat(names()).isEmpty();
  }

  @Test
  void jsonCountsOnlyAsAManifest() throws Exception {
    write("package.json", "{\"name\": \"x\"}");
    write("ingress.json", "{\"apiVersion\":\"networking.k8s.io/v1\",\"kind\":\"Ingress\"}");
    assertThat(names()).containsExactly("ingress.json");
    assertThat(scan().files().getFirst().holdsRouting()).isTrue();
  }

  @Test
  void kindsOfAllDocumentsAreTold() throws Exception {
    write("a.yaml", INGRESS + "---\napiVersion: v1\nkind: \"Service\"\n");
    write("b.yaml", "apiVersion: v1\nkind: ConfigMap\n");
    List<FolderScan.Entry> files = scan().files();
    assertThat(files.get(0).kinds()).containsExactlyInAnyOrder("Ingress", "Service");
    assertThat(files.get(0).holdsRouting()).isTrue();
    assertThat(files.get(1).holdsRouting()).isFalse();
  }

  @Test
  void tooManyFilesAreSaidToBe() throws Exception {
    for (int i = 0; i <= FolderScan.MOST_FILES; i++) {
      Files.createFile(folder.resolve("f" + i + ".yaml"));
    }
    FolderScan.Listing listing = scan();
    assertThat(listing.files()).hasSize(FolderScan.MOST_FILES);
    assertThat(listing.complete()).isFalse();
  }

  @Test
  void foldersBehindLinksAreNotEntered() throws Exception {
    write("a.yaml", INGRESS);
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    assertThat(names()).containsExactly("a.yaml");
    assertThat(scan().complete()).isTrue();
  }

  @Test
  void aCancelledScanSaysItIsNotComplete() throws Exception {
    write("a.yaml", INGRESS);
    assertThat(FolderScan.scan(folder, () -> true).complete()).isFalse();
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    write("a.yaml", INGRESS);
    assertThatThrownBy(() -> FolderScan.scan(folder.resolve("a.yaml"), () -> false))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("is no folder");
  }
}
