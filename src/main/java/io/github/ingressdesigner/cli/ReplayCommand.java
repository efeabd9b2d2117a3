package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.suite.SuiteRunner;
import io.github.ingressdesigner.suite.replay.Defaults;
import io.github.ingressdesigner.suite.replay.LogFormat;
import io.github.ingressdesigner.suite.replay.Replay;
import io.github.ingressdesigner.suite.replay.ReplayResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: where recorded requests go, and which of them would go elsewhere. */
@Command(
    name = ReplayCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Routes the requests of access logs and HAR files, and counts them by backend.",
      "With --against or --against-controller: tells which of them would be answered otherwise."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:replayed, and no request is answered otherwise",
      "1:some requests are answered otherwise",
      "2:bad input, or a log without any request"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer replay -f deploy/ --host shop.example.com access.log",
      "  ingress-designer replay -f deploy/ --against origin/main:deploy access.log.1.gz",
      "  kubectl logs deploy/envoy | ingress-designer replay -f shop.yaml -c ingress-nginx"
          + " --against-controller contour -",
    })
final class ReplayCommand implements Callable<Integer> {
  static final String NAME = "replay";

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = {
        "HAR, or an access log of NGINX or Envoy, as text or JSON; also compressed by gzip; - for"
            + " standard input."
      })
  private List<String> logs = new ArrayList<>();

  @Option(
      names = {"-f", "--file", "--files"},
      paramLabel = "FILE",
      description = "The files that route: a file or a folder (default: this folder). Repeatable.")
  private List<String> files = new ArrayList<>();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Option(
      names = "--against",
      paramLabel = "OLD",
      description =
          "What routed before: a file, a folder, or a git revision (REVISION or REVISION:PATH).")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--against-controller",
      paramLabel = "C2",
      description = "Another controller; tells what changes from the first to this one.")
  private Optional<String> other = Optional.empty();

  @Option(
      names = "--against-config",
      paramLabel = "K=V",
      description = "A setting of the other controller. Repeatable.")
  private Map<String, String> otherConfig = new LinkedHashMap<>();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "The host of requests for which the log tells none.")
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--scheme",
      paramLabel = "http|https",
      description =
          "The scheme where the log tells none (default: https for hosts that the files have TLS"
              + " for, else http).")
  private Optional<String> scheme = Optional.empty();

  @Option(
      names = "--log-format",
      paramLabel = "L",
      description = "har, nginx, nginx-json, envoy or envoy-json (default: found out).")
  private Optional<String> logFormat = Optional.empty();

  @Option(names = "--format", paramLabel = "F", description = "text, json or markdown.")
  private String format = "text";

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(names = "--markdown", description = "The same as --format markdown.")
  private boolean markdown;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<ReplayReport.Format> form = form();
    Optional<LogFormat> logForm = logFormat.flatMap(LogFormat::find);
    if (form.isEmpty() || !areOptionsGood(logForm)) {
      return CommandLineApp.BAD_INPUT;
    }
    Optional<Replay> replay = replay();
    if (replay.isEmpty() || !read(replay.get(), logForm)) {
      return CommandLineApp.BAD_INPUT;
    }
    ReplayResult result = replay.get().result();
    new ReplayReport(result, host).print(terminal, form.get());
    if (result.requests() == 0) {
      terminal.err().println(nothing(result));
      return CommandLineApp.BAD_INPUT;
    }
    return result.changed() == 0 ? CommandLineApp.OK : CommandLineApp.FAILED;
  }

  private Optional<ReplayReport.Format> form() {
    String name = json ? "json" : markdown ? "markdown" : format;
    for (ReplayReport.Format each : ReplayReport.Format.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(each);
      }
    }
    terminal.err().println("--format " + name + ": Write text, json or markdown.");
    return Optional.empty();
  }

  private boolean areOptionsGood(Optional<LogFormat> logForm) {
    Optional<String> problem = Optional.empty();
    if (logFormat.isPresent() && logForm.isEmpty()) {
      problem =
          Optional.of(
              "--log-format %s: Write har, nginx, nginx-json, envoy or envoy-json."
                  .formatted(logFormat.get()));
    } else if (scheme.isPresent() && !List.of("http", "https").contains(scheme.get())) {
      problem = Optional.of("--scheme " + scheme.get() + ": Write http or https.");
    } else if (against.isPresent() && other.isPresent()) {
      problem =
          Optional.of("Give --against or --against-controller, not both: one change at a time.");
    } else if (logs.stream().filter(InputFiles.STANDARD_INPUT::equals).count() > 1) {
      problem = Optional.of("Standard input (-) can be read only once.");
    }
    problem.ifPresent(terminal.err()::println);
    return problem.isEmpty();
  }

  /** Reads what routes; problems are printed. */
  private Optional<Replay> replay() {
    Optional<FileVersion> now = FileVersion.read(files.isEmpty() ? List.of(".") : files, terminal);
    Optional<FileVersion> old = against.flatMap(name -> FileVersion.read(name, terminal));
    if (now.isEmpty() || against.isPresent() && old.isEmpty()) {
      return Optional.empty();
    }
    Resources resources = now.get().manifests().resources();
    Optional<Dialect> dialect =
        controllers
            .choose(resources, now.get().folder(), terminal)
            .map(ControllerOptions.Chosen::dialect);
    Optional<Dialect> second = other.flatMap(Dialects::find);
    if (other.isPresent() && second.isEmpty()) {
      terminal.err().println(SuiteRunner.unknown(other.get()));
      return Optional.empty();
    }
    return dialect.map(
        d -> {
          Defaults defaults = Defaults.of(host, scheme, resources);
          if (second.isPresent()) {
            Dialect to = second.get().withConfig(new DialectConfig(otherConfig));
            return new Replay(
                Optional.of(side(d.displayName(), d, OwnFiles.of(resources, d))),
                side(to.displayName(), to, OwnFiles.of(resources, to)),
                defaults);
          }
          String name = files.isEmpty() ? "the files" : String.join(", ", files);
          return new Replay(
              old.map(o -> side(against.orElseThrow(), d, o.manifests().resources())),
              side(old.isPresent() ? name : d.displayName(), d, resources),
              defaults);
        });
  }

  private static Replay.Side side(String name, Dialect dialect, Resources resources) {
    return new Replay.Side(name, dialect.compile(resources, Optional.empty()));
  }

  private boolean read(Replay replay, Optional<LogFormat> logForm) {
    ReplayProgress progress = new ReplayProgress(terminal, sizes());
    for (String log : logs) {
      boolean input = log.equals(InputFiles.STANDARD_INPUT);
      try (InputStream in = input ? terminal.in() : Files.newInputStream(Path.of(log))) {
        replay.read(input ? "standard input" : log, in, logForm, progress);
      } catch (NoSuchFileException e) {
        progress.clear();
        terminal.err().println(log + ": There is no such file.");
        return false;
      } catch (AccessDeniedException e) {
        progress.clear();
        terminal.err().println(log + ": You have no permission to read it.");
        return false;
      } catch (IOException | InvalidPathException e) {
        progress.clear();
        terminal.err().println(log + ": The file cannot be read: " + e.getMessage() + ".");
        return false;
      }
    }
    progress.clear();
    return true;
  }

  /** Of all logs; 0 where it is not known. */
  private long sizes() {
    long size = 0;
    for (String log : logs) {
      try {
        if (log.equals(InputFiles.STANDARD_INPUT)) {
          return 0;
        }
        size += Files.size(Path.of(log));
      } catch (IOException | InvalidPathException e) {
        return 0;
      }
    }
    return size;
  }

  private static String nothing(ReplayResult result) {
    if (result.noHost() > 0) {
      return "The logs do not tell which host was asked. Name it with --host HOST.";
    }
    if (result.logs().stream().allMatch(log -> log.format().isEmpty())) {
      return "The format of the logs is not known. Known are HAR, and access logs of NGINX and"
          + " Envoy as text or JSON; --log-format names one.";
    }
    return "There is no request in the logs.";
  }
}
