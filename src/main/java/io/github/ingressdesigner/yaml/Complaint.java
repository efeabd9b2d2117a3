package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.ReadResult.Broken;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in words for people what the parser has to complain about, and where. */
final class Complaint {
  private final TreeBuilder builder;
  private final String text;

  Complaint(TreeBuilder builder, String text) {
    this.builder = builder;
    this.text = text;
  }

  Broken of(RuntimeException exception) {
    if (exception instanceof SyntaxException syntax) {
      return broken(syntax.getMessage(), syntax.offset());
    }
    if (!(exception instanceof MarkedYAMLException marked) || marked.getProblem() == null) {
      return broken("This is not valid YAML. Check the line and the one above.", builder.offset());
    }
    String context = marked.getContext() == null ? "" : marked.getContext();
    int problem = offset(marked.getProblemMark(), builder.offset());
    int begin = offset(marked.getContextMark(), problem);
    return ofMarked(marked, context, begin, problem);
  }

  private Broken ofMarked(MarkedYAMLException marked, String context, int begin, int problem) {
    String what = marked.getProblem();
    if (context.endsWith("quoted scalar")) {
      return inQuotes(what, begin, problem);
    }
    if (isBehindLongQuote(marked.getProblemMark())) {
      return broken(
          "The quote that opens here closes only on a later line, and more text follows it there. "
              + "Add the missing quote at the end of this line.",
          builder.tokens().lastQuoteStart);
    }
    if (what.startsWith("found character")) {
      return cannotBegin(problem);
    }
    if (what.equals("could not find expected ':'")) {
      return broken(
          "This line needs ': ' behind its key. Add it, or indent the line as text.", begin);
    }
    if (what.equals("mapping values are not allowed here")) {
      return broken(
          "A ':' is not allowed here. Put the value in quotes, or check the indentation of this "
              + "line and the one above.",
          problem);
    }
    if (what.equals("sequence entries are not allowed here")) {
      return broken("A list item cannot begin here. Move its '-' to a line of its own.", problem);
    }
    if (what.equals("mapping keys are not allowed here")) {
      return broken("A '? ' key cannot begin here. Move it to a line of its own.", problem);
    }
    if (context.equals("while scanning an alias") && problem <= text.length()) {
      return broken(
          "A '*' at the beginning means an alias. Put the value in quotes if it is text.", begin);
    }
    if (context.equals("while scanning an anchor")) {
      return broken(
          "A '&' at the beginning means an anchor. Put the value in quotes if it is text.", begin);
    }
    if (context.equals("while scanning a tag") || what.startsWith("found undefined tag handle")) {
      return broken(
          "A '!' at the beginning means a tag. Put the value in quotes if it is text.", begin);
    }
    if (context.equals("while scanning a block scalar")) {
      return broken(
          "Only '+', '-', a digit and a comment may follow '|' or '>' on this line. Begin the text "
              + "on the next line.",
          problem);
    }
    if (context.equals("while scanning a directive") || what.startsWith("duplicate tag handle")) {
      return broken(
          "This directive is not valid. Write it as '%YAML 1.1' or '%TAG !x! prefix', once each.",
          problem);
    }
    return ofStructure(context, what, begin, problem);
  }

  private Broken ofStructure(String context, String what, int begin, int problem) {
    boolean atEnd = isBlankFrom(problem);
    if (context.equals("while parsing a flow sequence")) {
      return atEnd
          ? broken("The '[' that opens here is never closed. Add a ']'.", begin)
          : broken("A ',' or ']' is missing before this.", problem);
    }
    if (context.equals("while parsing a flow mapping")) {
      return atEnd
          ? broken("The '{' that opens here is never closed. Add a '}'.", begin)
          : broken("A ',' or '}' is missing before this.", problem);
    }
    if (what.startsWith("expected <block end>") && what.contains("<block")) {
      return broken(
          "This line is indented deeper than the ones it stands beside. Align it with them.",
          problem);
    }
    if (what.startsWith("expected <block end>")) {
      return broken(
          "This does not fit here. Check the indentation and the quotes of this line and the one "
              + "above.",
          problem);
    }
    if (what.startsWith("expected the node content")) {
      return broken(
          "A value is missing before this. Write one, or remove what stands here.", problem);
    }
    if (what.startsWith("expected '<document start>'")) {
      return broken(
          "The document has already ended before this. Check the indentation, or begin a new "
              + "document with '---'.",
          problem);
    }
    return broken(
        "This is not valid YAML: " + what + ". Check the line and the one above.", problem);
  }

  private boolean isBlankFrom(int offset) {
    int at = offset;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  private Broken inQuotes(String what, int begin, int problem) {
    if (what.startsWith("found unexpected")) {
      return broken("The quote that opens here is never closed. Add the closing quote.", begin);
    }
    return broken(
        "This is no escape that double quotes know. Write '\\\\' for a backslash, or use single "
            + "quotes.",
        problem);
  }

  private Broken cannotBegin(int at) {
    int c = at < text.length() ? text.codePointAt(at) : ' ';
    if (c == '\t') {
      return broken("A tab cannot indent YAML. Use spaces.", at);
    }
    return broken(
        "A value cannot begin with '" + Character.toString(c) + "'. Put it in quotes.", at);
  }

  /** Whether a quoted text over several lines ends on the line of the problem, before it. */
  private boolean isBehindLongQuote(Mark problem) {
    Tokens tokens = builder.tokens();
    return tokens.lastQuoteLastLine > tokens.lastQuoteFirstLine
        && problem != null
        && tokens.lastQuoteLastLine == problem.getLine()
        && text.charAt(tokens.lastQuoteStart) != '|'
        && text.charAt(tokens.lastQuoteStart) != '>';
  }

  private int offset(Mark mark, int otherwise) {
    return mark == null ? otherwise : Math.clamp(mark.getIndex(), 0, text.length());
  }

  private Broken broken(String message, int offset) {
    return new Broken(message, offset);
  }
}
