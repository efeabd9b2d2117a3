package io.github.ingressdesigner.cluster.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What names mean over several files. */
final class Merge {
  private final List<KubeconfigFile> files;
  private final List<String> problems = new ArrayList<>();

  Merge(List<KubeconfigFile> files) {
    this.files = files;
  }

  List<String> problems() {
    return problems;
  }

  /** Empty, with a problem, where the context leads nowhere. */
  Optional<KubeContext> context(KubeconfigFile file, String name) {
    JsonNode node = file.contexts().get(name);
    boolean shadowed = first(KubeconfigFile::contexts, name).orElse(file) != file;
    String clusterName = EntryReader.text(node, "cluster").orElse("");
    String userName = EntryReader.text(node, "user").orElse("");
    KubeconfigFile clusterFile = home(file, shadowed, KubeconfigFile::clusters, clusterName);
    KubeconfigFile userFile = home(file, shadowed, KubeconfigFile::users, userName);
    Optional<ClusterEntry> cluster =
        Optional.ofNullable(clusterFile.clusters().get(clusterName))
            .map(c -> new EntryReader(clusterFile.path()).cluster(clusterName, c));
    if (cluster.isEmpty() || !cluster.get().server().matches("https?://[^/].*")) {
      problems.add(
          "The context \"%s\" in %s names the cluster \"%s\", which %s. Mend the kubeconfig."
              .formatted(
                  name,
                  file.path(),
                  clusterName,
                  cluster.isEmpty() ? "no file describes" : "has no address with https://"));
      return Optional.empty();
    }
    Optional<JsonNode> user = Optional.ofNullable(userFile.users().get(userName));
    if (user.isEmpty() && !userName.isEmpty()) {
      problems.add(
          "The context \"%s\" in %s names the user \"%s\", whom no file describes. Mend the kubeconfig."
              .formatted(name, file.path(), userName));
      return Optional.empty();
    }
    UserEntry person =
        user.map(u -> new EntryReader(userFile.path()).user(userName, u))
            .orElseGet(
                () ->
                    new UserEntry(
                        userName,
                        file.path(),
                        Optional.empty(),
                        new Credential.Nothing(),
                        Map.of()));
    return Optional.of(
        new KubeContext(
            new KubeContext.Key(file.path(), name, cluster.get().server()),
            cluster.get(),
            person,
            EntryReader.text(node, "namespace"),
            notes(file, clusterName, clusterFile, userName, userFile, shadowed),
            shadowed));
  }

  private List<String> notes(
      KubeconfigFile file,
      String cluster,
      KubeconfigFile clusterFile,
      String user,
      KubeconfigFile userFile,
      boolean shadowed) {
    List<String> notes = new ArrayList<>();
    String taken = "%s has a %s \"%s\" too, but %s comes first, so kubectl takes that one.";
    if (clusterFile != file && file.clusters().containsKey(cluster)) {
      notes.add(taken.formatted(file.path(), "cluster", cluster, clusterFile.path()));
    }
    if (userFile != file && file.users().containsKey(user)) {
      notes.add(taken.formatted(file.path(), "user", user, userFile.path()));
    }
    if (shadowed) {
      notes.add("A file before has a context of this name; kubectl takes that one.");
    }
    return notes;
  }

  /** The file whose entry counts; the context's own where no file has it. */
  private KubeconfigFile home(
      KubeconfigFile own,
      boolean alone,
      Function<KubeconfigFile, Map<String, JsonNode>> part,
      String name) {
    if (alone && part.apply(own).containsKey(name)) {
      return own;
    }
    return first(part, name).orElse(own);
  }

  private Optional<KubeconfigFile> first(
      Function<KubeconfigFile, Map<String, JsonNode>> part, String name) {
    for (KubeconfigFile file : files) {
      if (part.apply(file).containsKey(name)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
