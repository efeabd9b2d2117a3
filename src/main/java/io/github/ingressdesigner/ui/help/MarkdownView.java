package io.github.ingressdesigner.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Draws Markdown by nodes of JavaFX: headings, paragraphs, lists, code and links. */
final class MarkdownView {
  private static final String HELP = "help:";

  private final Consumer<String> follow;
  private final Function<List<String>, Node> tryPath;

  /**
   * @param follow takes the id of the page that a link leads to
   * @param tryPath makes the part in which a path can be tried, of the lines of its block
   */
  MarkdownView(Consumer<String> follow, Function<List<String>, Node> tryPath) {
    this.follow = follow;
    this.tryPath = tryPath;
  }

  Region draw(String markdown) {
    VBox page = new VBox();
    page.getStyleClass().add("help-page");
    blocks(Parser.builder().build().parse(markdown)).forEach(page.getChildren()::add);
    return page;
  }

  private static Stream<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
    List<org.commonmark.node.Node> children = new ArrayList<>();
    for (var at = parent.getFirstChild(); at != null; at = at.getNext()) {
      children.add(at);
    }
    return children.stream();
  }

  private Stream<Node> blocks(org.commonmark.node.Node parent) {
    return children(parent).map(this::block);
  }

  private Node block(org.commonmark.node.Node node) {
    return switch (node) {
      case Heading heading -> flow(heading, "help-heading-" + heading.getLevel());
      case Paragraph paragraph -> flow(paragraph, "help-paragraph");
      case BulletList list -> list(list, false);
      case OrderedList list -> list(list, true);
      case FencedCodeBlock code when code.getInfo().equals("try-path") ->
          tryPath.apply(code.getLiteral().lines().toList());
      case FencedCodeBlock code -> {
        Label label = new Label(code.getLiteral().stripTrailing());
        label.getStyleClass().addAll("mono", "help-code-block");
        yield label;
      }
      default -> throw new IllegalStateException("help page with " + node);
    };
  }

  private VBox list(org.commonmark.node.Node list, boolean numbered) {
    VBox box = new VBox();
    box.getStyleClass().add("help-list");
    int number = 0;
    for (var item : children(list).toList()) {
      number++;
      Label mark = new Label(numbered ? number + "." : "\u2022");
      mark.getStyleClass().add("help-mark");
      mark.setMinWidth(Region.USE_PREF_SIZE);
      VBox content = new VBox();
      blocks(item).forEach(content.getChildren()::add);
      HBox.setHgrow(content, Priority.ALWAYS);
      box.getChildren().add(new HBox(mark, content));
    }
    return box;
  }

  private TextFlow flow(org.commonmark.node.Node block, String style) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().addAll("help-flow", style);
    inline(block, flow, "help-text");
    return flow;
  }

  private void inline(org.commonmark.node.Node parent, TextFlow into, String style) {
    children(parent)
        .forEach(
            node -> {
              switch (node) {
                case org.commonmark.node.Text text -> text(into, text.getLiteral(), style);
                case SoftLineBreak _ -> text(into, " ", style);
                case Code code -> text(into, code.getLiteral(), "help-code");
                case StrongEmphasis strong -> inline(strong, into, "help-strong");
                case Emphasis emphasis -> inline(emphasis, into, "help-emphasis");
                case Link link -> link(into, link);
                default -> throw new IllegalStateException("help page with " + node);
              }
            });
  }

  private static void text(TextFlow into, String text, String style) {
    Text node = new Text(text);
    node.getStyleClass().add(style);
    into.getChildren().add(node);
  }

  private void link(TextFlow into, Link link) {
    StringBuilder label = new StringBuilder();
    children(link)
        .filter(org.commonmark.node.Text.class::isInstance)
        .forEach(text -> label.append(((org.commonmark.node.Text) text).getLiteral()));
    Hyperlink node = new Hyperlink(label.toString());
    node.getStyleClass().add("help-link");
    node.setOnAction(event -> follow.accept(link.getDestination().substring(HELP.length())));
    into.getChildren().add(node);
  }
}
