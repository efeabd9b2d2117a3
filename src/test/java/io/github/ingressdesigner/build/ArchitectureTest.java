package io.github.ingressdesigner.build;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.ingressdesigner.cluster.session.KubeSession;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who may import whom, and what stays behind which door. */
@AnalyzeClasses(
    packages = "io.github.ingressdesigner",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.ingressdesigner";

  @ArchTest static final ArchRule text = room("text");
  @ArchTest static final ArchRule model = room("model");
  @ArchTest static final ArchRule catalog = room("catalog");
  @ArchTest static final ArchRule migrate = room("migrate", "text", "yaml", "bind", "model");
  @ArchTest static final ArchRule tls = room("tls", "model");
  @ArchTest static final ArchRule yaml = room("yaml", "text");
  @ArchTest static final ArchRule intent = room("intent", "model");
  @ArchTest static final ArchRule bind = room("bind", "yaml", "text", "model");
  @ArchTest static final ArchRule route = room("route", "model");
  @ArchTest static final ArchRule dialect = room("dialect", "route", "model");
  @ArchTest static final ArchRule compare = room("compare", "route", "model");

  @ArchTest static final ArchRule suggest = room("suggest", "route", "model", "compare");

  @ArchTest
  static final ArchRule splice = room("splice", "intent", "model", "bind", "yaml", "text");

  @ArchTest static final ArchRule graph = room("graph", "model", "route", "bind");

  @ArchTest
  static final ArchRule lint =
      room(
          "lint", "catalog", "migrate", "text", "yaml", "bind", "model", "route", "dialect",
          "compare", "intent", "tls");

  @ArchTest
  static final ArchRule suite =
      room("suite", "route", "dialect", "compare", "model", "intent", "yaml", "bind", "text");

  @ArchTest
  static final ArchRule workspace =
      room(
          "workspace",
          "text",
          "yaml",
          "bind",
          "model",
          "route",
          "dialect",
          "compare",
          "intent",
          "splice",
          "graph",
          "lint");

  @ArchTest
  static final ArchRule cli =
      room(
          "cli",
          "text",
          "yaml",
          "bind",
          "model",
          "route",
          "dialect",
          "git",
          "compare",
          "suite",
          "splice",
          "intent",
          "graph",
          "lint",
          "workspace",
          "render",
          "cluster");

  @ArchTest static final ArchRule git = room("git", "workspace");

  @ArchTest
  static final ArchRule cluster =
      room("cluster", "text", "yaml", "bind", "model", "route", "compare", "workspace");

  @ArchTest
  static final ArchRule clusterLibrariesBehindOneDoor =
      noClasses()
          .that(outside("cluster.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.fabric8..");

  @ArchTest
  static final ArchRule jsonLibraryBehindTwoDoors =
      noClasses()
          .that(outside("cluster..", "suite.replay.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule clustersAreChangedThroughOneGate =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".cluster.apply.WriteGate")
          .should()
          .callMethodWhere(
              target(nameMatching("change")).and(target(owner(type(KubeSession.class)))))
          .because("each write checks first which cluster answers");

  @ArchTest
  static final ArchRule programsAreStartedInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".cluster.login.Run")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(ProcessBuilder.class, Runtime.class)
          .because("a kubeconfig is code, and only its plugins run, after consent");

  @ArchTest static final ArchRule render = room("render", "graph", "route", "model");

  @ArchTest
  static final ArchRule noJavaFxInTheCore =
      noClasses()
          .that(outside("ui..", ""))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "org.fxmisc..")
          .because("the core runs without a window");

  @ArchTest
  static final ArchRule yamlLibraryBehindOneDoor =
      noClasses()
          .that(outside("yaml.."))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml.snakeyaml..");

  @ArchTest
  static final ArchRule nothingOfTheYamlLibraryIsConstructed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.yaml.snakeyaml.constructor..",
              "org.yaml.snakeyaml.composer..",
              "org.yaml.snakeyaml.representer..")
          .because("no tag of a file may make an object");

  @ArchTest
  static final ArchRule uiRoomsDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".ui.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage(ROOT + ".ui.."), resideInAPackage(ROOT + ".ui.common.."))
          .ignoreDependency(
              resideInAPackage(ROOT + ".ui.shell.."), resideInAPackage(ROOT + ".ui.."));

  @ArchTest
  static final ArchRule nobodyKnowsTheCommandLine =
      noClasses()
          .that(outside("cli..", ""))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".cli..");

  @ArchTest
  static final ArchRule noCyclesBetweenPackages =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule oneDoorToTheJavaFxThread =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".ui.common.Fx")
          .should()
          .callMethod(javafx.application.Platform.class, "runLater", Runnable.class);

  @ArchTest
  static final ArchRule threadsAreMadeByTheWiring =
      noClasses()
          .that(outside("ui.shell..", "cli..", ""))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.Executors")
          .orShould()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .callConstructor(Thread.class, Runnable.class, String.class);

  @ArchTest
  static final ArchRule noAwt =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
          .because("java.desktop would join the run-time image");

  @ArchTest
  static final ArchRule noSecondLoggingLibrary =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule printsOnlyFromTheCommandLine =
      noClasses()
          .that(outside("cli..", ""))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule filesOnlyAtTheBorder =
      noClasses()
          .that(outside("workspace..", "suite..", "cli..", "render..", "cluster..", "git..", ""))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.nio.file.Files");

  @ArchTest
  static final ArchRule coreValuesAreFinal =
      classes()
          .that()
          .resideInAnyPackage(
              ROOT + ".model..", ROOT + ".intent..", ROOT + ".graph..", ROOT + ".route..")
          .and()
          .areNotInterfaces()
          .and()
          .areNotEnums()
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

  /** The room depends on nothing of ours but the rooms named. */
  private static ArchRule room(String name, String... allowed) {
    String[] packages =
        Stream.concat(Stream.of(name), Arrays.stream(allowed))
            .map(room -> ROOT + "." + room + "..")
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat(ours.and(DescribedPredicate.not(resideInAnyPackage(packages))))
        .allowEmptyShould(true);
  }

  /** Classes of ours outside the rooms named; the empty name is the root package itself. */
  private static DescribedPredicate<JavaClass> outside(String... rooms) {
    String[] packages =
        Arrays.stream(rooms)
            .map(room -> room.isEmpty() ? ROOT : ROOT + "." + room)
            .toArray(String[]::new);
    return DescribedPredicate.not(resideInAnyPackage(packages));
  }
}
