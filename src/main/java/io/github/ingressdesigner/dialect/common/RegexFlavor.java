package io.github.ingressdesigner.dialect.common;

import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/** The kinds of regular expressions that proxies use. */
public enum RegexFlavor {
  /** Backtracking, with look-around and back-references: NGINX, HAProxy, Kong's traditional. */
  PCRE,
  /** Linear, without look-around: Go programs and Envoy. */
  RE2,
  /** Linear, without look-around: the regex crate of Kong's expressions router. */
  RUST;

  /** A compiled expression, or why the proxy refuses it. */
  public sealed interface Result {
    record Compiled(RouteRegex regex) implements Result {}

    /**
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Result {}
  }

  /**
   * Compiles an expression. Inputs are byte strings, one char for each byte ({@link
   * UriText#bytes}).
   *
   * @param text as it is written, not as bytes
   */
  public Result compile(String text, boolean ignoreCase) {
    try {
      return new Result.Compiled(
          switch (this) {
            case PCRE -> pcre(text, ignoreCase);
            case RE2 -> linear(text, text, ignoreCase);
            case RUST -> linear(text, RustSyntax.asGo(text), ignoreCase);
          });
    } catch (RegexRefusedException e) {
      return new Result.Refused("The expression " + text + " cannot be used. " + e.getMessage());
    } catch (com.google.re2j.PatternSyntaxException e) {
      return new Result.Refused(
          "The expression " + text + " cannot be used. " + LinearWords.refusal(e.getMessage()));
    } catch (PatternSyntaxException e) {
      String reason = e.getDescription().toLowerCase(Locale.ROOT);
      return new Result.Refused(
          "The expression " + text + " cannot be used. It has an error: " + reason + ".");
    } catch (StackOverflowError e) {
      return new Result.Refused(
          "The expression " + text + " cannot be used. Its groups are nested too deeply.");
    }
  }

  private static RouteRegex pcre(String text, boolean ignoreCase) {
    String bytes = UriText.bytes(text);
    RegexHints hints = HintReader.read(bytes, ignoreCase, false);
    if (hints.literal()) {
      return new LiteralRegex(text, hints);
    }
    PcreSyntax syntax = new PcreSyntax(bytes, ignoreCase);
    return new PcreRegex(text, syntax, syntax.compile(), hints);
  }

  private static RouteRegex linear(String text, String go, boolean ignoreCase) {
    RegexHints hints = HintReader.read(UriText.bytes(text), ignoreCase, true);
    if (hints.literal()) {
      return new LiteralRegex(text, hints);
    }
    RepeatLimit.check(go);
    int flags = ignoreCase ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0;
    return new LinearRegex(text, com.google.re2j.Pattern.compile(go, flags), hints);
  }
}
