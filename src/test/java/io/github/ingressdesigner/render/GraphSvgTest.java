package io.github.ingressdesigner.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Sample;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.render.GraphSvg.Theme;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GraphSvgTest {
  private static final Graph SHOP = Sample.shop().graph();

  private static String svg(Graph graph, Theme theme) {
    return GraphSvg.write(GraphSvg.layout(graph), Optional.empty(), theme, "Routes & more");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void pictureIsWellFormedAndHasAName() throws Exception {
    Document document = parse(svg(SHOP, Theme.LIGHT));
    assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Routes & more");
  }

  @Test
  void everyHostPathAndBackendIsNamed() throws Exception {
    NodeList texts = parse(svg(SHOP, Theme.LIGHT)).getElementsByTagName("text");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      all.append(texts.item(i).getTextContent()).append('\n');
    }
    assertThat(all.toString())
        .contains("shop.example.com", "any other host", "/api/v2", "api-next:8080", "shop-tls")
        .contains("rewrite-target: /$2", "default backend");
  }

  @Test
  void pictureIsAsLargeAsTheDrawing() throws Exception {
    Layout layout = GraphSvg.layout(SHOP);
    String width = parse(svg(SHOP, Theme.LIGHT)).getDocumentElement().getAttribute("width");
    assertThat(Double.parseDouble(width)).isCloseTo(layout.width(), within(1.0));
  }

  @Test
  void coloursFollowTheTheme() {
    String host = new Palette().color("host", false);
    String dark = new Palette().color("host", true);
    assertThat(svg(SHOP, Theme.LIGHT)).contains(host).doesNotContain(dark);
    assertThat(svg(SHOP, Theme.DARK)).contains(dark).doesNotContain(host);
    assertThat(svg(SHOP, Theme.AUTO)).contains(host, dark, "prefers-color-scheme:dark");
  }

  @Test
  void wayOfARequestIsLitUp() {
    Location api = Sample.at(0, 0, 1);
    TraceMarks trace = new TraceMarks(Set.of(api), Map.of(api, Verdict.WINS), Map.of());
    String svg = GraphSvg.write(GraphSvg.layout(SHOP), Optional.of(trace), Theme.LIGHT, "x");
    assertThat(svg).contains("s-traced\" stroke-width=\"4\"").contains(Shape.WINS.path);
  }

  @Test
  void namesWithSignsOfXmlAreWrittenOut() throws Exception {
    Graph odd =
        new Sample()
            .ingress(
                "odd",
                Map.of(),
                java.util.List.of(),
                Optional.empty(),
                Sample.rule("h.example.com", Sample.path("Exact", "/<a>&\"b\"\u0001", "s", 1)))
            .graph();
    assertThat(svg(odd, Theme.LIGHT)).contains("/&lt;a&gt;&amp;&quot;b&quot;\uFFFD");
    parse(svg(odd, Theme.LIGHT));
  }

  @Test
  void graphWithoutHostsSaysSo() throws Exception {
    parse(svg(Graph.EMPTY, Theme.LIGHT));
    assertThat(svg(Graph.EMPTY, Theme.LIGHT)).contains("No Ingress in these files");
  }

  @Test
  void namespacesHaveHeads() {
    Graph graph = TwoNamespaces.graph();
    assertThat(svg(graph, Theme.LIGHT)).contains(">blue</text>", ">green</text>");
  }

  @Test
  void fixedFaceIsSixTenthsOfItsSizeWide() {
    assertThat(new FontWidths().name("/api")).isCloseTo(4 * 13 * 0.6, within(0.01));
  }

  @Test
  void widthsOfTheOtherFaceDifferByLetter() {
    FontWidths widths = new FontWidths();
    assertThat(widths.small("iii")).isLessThan(widths.small("mmm"));
    assertThat(widths.small("Prefix")).isBetween(25.0, 36.0);
  }
}
