package io.github.ingressdesigner.graph;

import static io.github.ingressdesigner.graph.Sample.at;
import static io.github.ingressdesigner.graph.Sample.path;
import static io.github.ingressdesigner.graph.Sample.rule;
import static io.github.ingressdesigner.graph.Sample.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.IngressNginxDialect;
import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.GraphBuilder.Flag;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {
  private static Graph build(Sample sample, Flag... flags) {
    return GraphBuilder.build(
        sample.resources(), sample.table(), List.of(flags), Set.of(), Graph.EMPTY);
  }

  private static List<String> names(Graph graph) {
    return graph.hosts().stream().map(HostNode::host).toList();
  }

  @Test
  void pathsStandInTheOrderTried() {
    HostNode shop = Sample.shop().graph().hosts().getFirst();
    assertThat(shop.paths())
        .extracting(PathNode::path)
        .containsExactly("/pay", "/api/v2", "/api", "/");
    assertThat(shop.paths()).extracting(PathNode::rank).containsExactly(1, 2, 3, 4);
  }

  @Test
  void catchAllOfDefaultBackendsComesLast() {
    Graph graph = Sample.shop().graph();
    assertThat(names(graph))
        .containsExactly("shop.example.com", "admin.example.com", "*.example.com", "");
    assertThat(graph.hosts().getLast().defaults())
        .extracting(DefaultEdge::backend, DefaultEdge::ingress)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("default/fallback:80", "default/fallback"));
  }

  @Test
  void tlsSecretsCoverHostsByNameAndByWildcardOfOneLabel() {
    Sample sample =
        new Sample()
            .ingress(
                "a",
                Map.of(),
                List.of(
                    new TlsEntry(List.of("*.example.com"), Optional.of("wild")),
                    new TlsEntry(List.of("Shop.example.com"), Optional.empty())),
                Optional.empty(),
                rule("shop.example.com", path("Prefix", "/", "a", 1)),
                rule("a.b.example.com", path("Prefix", "/", "a", 1)),
                rule("*.example.com", path("Prefix", "/", "a", 1)));
    assertThat(build(sample).hosts())
        .extracting(HostNode::tls)
        .containsExactly(List.of("wild", ""), List.of(), List.of("wild"));
  }

  @Test
  void tlsEntryWithoutHostsCoversTheWholeIngress() {
    Sample sample =
        new Sample()
            .ingress(
                "a",
                Map.of(),
                List.of(new TlsEntry(List.of(), Optional.of("all"))),
                Optional.empty(),
                rule("", path("Prefix", "/", "a", 1)));
    assertThat(build(sample).hosts().getFirst().tls()).containsExactly("all");
  }

  @Test
  void hostWithoutHttpLeadsToTheDefaultBackend() {
    Sample sample =
        new Sample()
            .ingress(
                "a", Map.of(), List.of(), Optional.of(service("d", 80)), rule("x.example.com"));
    HostNode host = build(sample).hosts().getFirst();
    assertThat(host.paths()).isEmpty();
    assertThat(host.defaults()).extracting(DefaultEdge::backend).containsExactly("default/d:80");
  }

  @Test
  void backendIsNamedAsTheFileNamesItThoughAControllerResolvesThePort() {
    Sample sample =
        Sample.shop()
            .add(
                new Service(
                    "v1",
                    new ObjectMeta(
                        Optional.of("pay"), Optional.empty(), Map.of(), Map.of(), Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                        new Service.ServicePort(
                            Optional.of("http"),
                            Optional.of(80),
                            Optional.empty(),
                            Optional.empty()))));
    RouteTable nginx =
        new IngressNginxDialect(DialectConfig.NONE).compile(sample.resources(), Optional.empty());
    Graph graph = GraphBuilder.build(sample.resources(), nginx, List.of(), Set.of(), Graph.EMPTY);
    assertThat(graph.hosts().getFirst().paths().getFirst().backend()).contains("default/pay:http");
  }

  @Test
  void pathThatIsNotTriedIsShownWithoutRankAndBackend() {
    HttpPath odd = new HttpPath(Optional.of("/x"), Optional.of("Suffix"), Optional.empty());
    Sample sample =
        new Sample()
            .ingress(
                "a",
                Map.of(),
                List.of(),
                Optional.empty(),
                rule("x.example.com", odd, path("Prefix", "/", "web", 80)));
    assertThat(build(sample).hosts().getFirst().paths())
        .extracting(PathNode::path, PathNode::rank, PathNode::backend)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/", 1, Optional.of("default/web:80")),
            org.assertj.core.groups.Tuple.tuple("/x", 0, Optional.empty()));
  }

  @Test
  void annotationsOfASinglePathAreItsChips() {
    PathNode grafana = Sample.shop().graph().hosts().get(1).paths().getFirst();
    assertThat(grafana.chips())
        .extracting(Chip::label)
        .containsExactlyInAnyOrder("rewrite-target: /$2", "use-regex: true");
  }

  @Test
  void chipsThatAllPathsShareStandOnTheHost() {
    Sample sample =
        new Sample()
            .ingress(
                "a",
                Map.of("nginx.ingress.kubernetes.io/ssl-redirect", "false"),
                List.of(),
                Optional.empty(),
                rule("x.example.com", path("Prefix", "/", "a", 1), path("Prefix", "/b", "b", 1)));
    HostNode host = build(sample).hosts().getFirst();
    assertThat(host.chips()).extracting(Chip::label).containsExactly("ssl-redirect: false");
    assertThat(host.paths()).allMatch(path -> path.chips().isEmpty());
  }

  @Test
  void problemsCountOnTheElementThatHoldsTheirField() {
    Location port = at(0, 0, 1).key("backend").key("service").key("port");
    Location host = new Location(Sample.id(0), FieldPath.rule(1).key("host"));
    Graph graph = build(Sample.shop(), new Flag(port, true), new Flag(host, false));
    assertThat(graph.hosts().getFirst().paths().get(2).marks())
        .isEqualTo(new Marks(1, 0, false, false));
    assertThat(graph.hosts().get(2).marks()).isEqualTo(new Marks(0, 1, false, false));
    assertThat(graph.hosts().getFirst().marks()).isEqualTo(Marks.NONE);
  }

  @Test
  void problemOfATlsEntryCountsOnTheHostsThatItCovers() {
    Flag flag = new Flag(new Location(Sample.id(0), FieldPath.tls(0)), false);
    assertThat(build(Sample.shop(), flag).hosts())
        .extracting(node -> node.marks().warnings())
        .containsExactly(1, 0, 0, 0);
  }

  @Test
  void elementsOfABrokenDocumentAreStale() {
    Sample sample = Sample.shop();
    Graph graph =
        GraphBuilder.build(
            sample.resources(), sample.table(), List.of(), Set.of(new DocumentId(0)), Graph.EMPTY);
    assertThat(graph.hosts())
        .extracting(h -> h.marks().stale())
        .containsExactly(true, false, true, false);
    assertThat(graph.hosts().getFirst().paths()).allMatch(path -> path.marks().stale());
  }

  @Test
  void legacyIngressIsMarked() {
    Sample sample =
        new Sample()
            .ingress(
                "extensions/v1beta1",
                "old",
                Map.of(),
                List.of(),
                Optional.empty(),
                rule("x.example.com", path("Prefix", "/", "a", 1)));
    HostNode host = build(sample).hosts().getFirst();
    assertThat(host.marks().legacy()).isTrue();
    assertThat(host.paths().getFirst().marks().legacy()).isTrue();
  }

  @Test
  void backendNamesItsNamespaceOnlyWhereTwoShareTheLabel() {
    assertThat(Sample.shop().graph().backends())
        .extracting(BackendNode::namespace)
        .containsOnly(Optional.empty());
  }

  @Test
  void unchangedPartsAreTakenFromThePreviousGraph() {
    Graph before = Sample.shop().graph();
    Sample sample = Sample.shop();
    Graph same =
        GraphBuilder.build(sample.resources(), sample.table(), List.of(), Set.of(), before);
    assertThat(same).isSameAs(before);
    Graph other =
        GraphBuilder.build(
            sample.resources(),
            sample.table(),
            List.of(new Flag(at(0, 0, 0), true)),
            Set.of(),
            before);
    assertThat(other.hosts().getFirst()).isNotEqualTo(before.hosts().getFirst());
    assertThat(other.hosts().get(1)).isSameAs(before.hosts().get(1));
  }
}
