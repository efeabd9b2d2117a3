package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All contexts of some kubeconfigs. Files are merged as kubectl does it: of equal names the first
 * file's counts. What kubectl would hide is there too, as if its file stood alone.
 *
 * @param contexts in the order of the files
 * @param current the context that kubectl would use
 * @param problems files that could not be read and contexts that mean nothing, in full sentences
 */
public record Kubeconfig(
    List<KubeContext> contexts, Optional<String> current, List<String> problems) {
  public Kubeconfig {
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }

  /**
   * The files that kubectl would read: those of the variable KUBECONFIG that are there, or {@code
   * ~/.kube/config}.
   */
  public static List<Path> usualFiles(Map<String, String> environment, Path home) {
    List<Path> named =
        Arrays.stream(environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator))
            .filter(name -> !name.isBlank())
            .map(Path::of)
            .toList();
    // kubectl passes over names of files that are not there, unless it has no other
    List<Path> there = named.stream().filter(Files::exists).toList();
    if (named.isEmpty()) {
      return List.of(home.resolve(".kube").resolve("config"));
    }
    return there.isEmpty() ? named : there;
  }

  /** Reads files; starts nothing. */
  public static Kubeconfig read(List<Path> files) {
    List<KubeconfigFile> read = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        read.add(KubeconfigFile.read(file));
      } catch (ClusterException e) {
        problems.add(e.getMessage());
      }
    }
    Merge merge = new Merge(read);
    List<KubeContext> contexts = new ArrayList<>();
    for (KubeconfigFile file : read) {
      for (String name : file.contexts().keySet()) {
        merge.context(file, name).ifPresent(contexts::add);
      }
    }
    problems.addAll(merge.problems());
    Optional<String> current = read.stream().flatMap(f -> f.current().stream()).findFirst();
    return new Kubeconfig(contexts, current, problems);
  }

  /**
   * The context of this name as kubectl would take it; without a name the current one.
   *
   * @throws ClusterException where there is none: another one is never taken in its place
   */
  public KubeContext context(Optional<String> name) throws ClusterException {
    Optional<String> wanted = name.or(() -> current);
    if (wanted.isEmpty()) {
      throw new ClusterException(
          Kind.KUBECONFIG,
          "No context was named and the kubeconfig has no current one. " + known());
    }
    for (KubeContext context : contexts) {
      if (context.name().equals(wanted.get()) && !context.shadowed()) {
        return context;
      }
    }
    throw new ClusterException(
        Kind.KUBECONFIG,
        "%s \"%s\". %s"
            .formatted(
                name.isPresent()
                    ? "There is no context"
                    : "The kubeconfig's current context does not exist:",
                wanted.get(),
                known()));
  }

  private String known() {
    String names =
        contexts.stream().map(KubeContext::name).distinct().collect(Collectors.joining(", "));
    String why = problems.isEmpty() ? "" : " " + String.join(" ", problems);
    return (names.isEmpty() ? "No context is known." : "Known: " + names + ".") + why;
  }
}
