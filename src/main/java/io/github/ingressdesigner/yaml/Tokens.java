package io.github.ingressdesigner.yaml;

import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Passes tokens on to the parser and notes where they stood, because events do not tell: dashes,
 * the {@code ?} of an explicit key, colons, properties, and where a value begins behind them.
 */
final class Tokens implements Scanner {
  static final int NONE = Integer.MIN_VALUE;

  private final Scanner scanner;

  /** All since the last {@link #forget()}. */
  int dash;

  int keyStart;
  boolean explicitKey;
  int colonEnd;
  int propertyStart;
  int tagStart;
  int tagEnd;
  int scalarStart;

  /** The scalar before the current one, for the sake of error messages. */
  int lastQuoteStart = NONE;

  int lastQuoteEnd = NONE;
  int lastQuoteFirstLine;
  int lastQuoteLastLine = NONE;

  Tokens(Scanner scanner) {
    this.scanner = scanner;
    forget();
  }

  void forget() {
    dash = NONE;
    keyStart = NONE;
    explicitKey = false;
    colonEnd = NONE;
    propertyStart = NONE;
    tagStart = NONE;
    scalarStart = NONE;
  }

  int nextStart() {
    return peekToken().getStartMark().getIndex();
  }

  int nextColumn() {
    return peekToken().getStartMark().getColumn();
  }

  boolean atKey() {
    return checkToken(Token.ID.Key);
  }

  /** Whether the next token begins an entry or item of a block collection. */
  boolean atChild() {
    return checkToken(
        Token.ID.Key, Token.ID.BlockEntry, Token.ID.BlockMappingStart, Token.ID.BlockSequenceStart);
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return peekToken().getTokenId() == choice;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    Token.ID next = peekToken().getTokenId();
    for (Token.ID choice : choices) {
      if (next == choice) {
        return true;
      }
    }
    return choices.length == 0;
  }

  @Override
  public Token peekToken() {
    try {
      return scanner.peekToken();
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) { // of any kind: the scanner is known to throw others
      throw new YAMLException(e);
    }
  }

  @Override
  public Token getToken() {
    Token token = scanner.getToken();
    int start = token.getStartMark().getIndex();
    switch (token.getTokenId()) {
      case BlockEntry -> dash = start;
      case Key -> {
        keyStart = start;
        explicitKey = token.getEndMark().getIndex() > start;
      }
      case Value -> colonEnd = token.getEndMark().getIndex();
      case Anchor -> noteProperty(start);
      case Tag -> {
        noteProperty(start);
        tagStart = start;
        tagEnd = token.getEndMark().getIndex();
      }
      case Scalar -> {
        scalarStart = start;
        noteQuote((ScalarToken) token);
      }
      default -> {}
    }
    return token;
  }

  private void noteProperty(int start) {
    if (propertyStart == NONE) {
      propertyStart = start;
    }
  }

  private void noteQuote(ScalarToken token) {
    if (!token.getPlain()) {
      lastQuoteStart = token.getStartMark().getIndex();
      lastQuoteEnd = token.getEndMark().getIndex();
      lastQuoteFirstLine = token.getStartMark().getLine();
      lastQuoteLastLine = token.getEndMark().getLine();
    }
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
