package io.github.ingressdesigner.dialect.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Go and RE2 refuse counts that repeat something more than 1000 times, also where a count stands in
 * a counted group; re2j would build them all.
 */
final class RepeatLimit {
  private static final int MOST = 1000;
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,5})(,([0-9]{0,5}))?}");

  private RepeatLimit() {}

  /**
   * @throws RegexRefusedException with a sentence for people
   */
  static void check(String pattern) {
    Deque<Integer> outer = new ArrayDeque<>();
    int most = 1;
    int last = 1;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> {
          i++;
          last = 1;
        }
        case '(' -> {
          outer.push(most);
          most = 1;
          last = 1;
        }
        case ')' -> {
          last = most;
          most = Math.max(most, outer.isEmpty() ? 1 : outer.pop());
        }
        case '{' -> {
          Matcher count = COUNT.matcher(pattern).region(i + 1, pattern.length());
          if (count.lookingAt()) {
            last *= Math.max(1, Math.max(number(count.group(1)), number(count.group(3))));
            if (last > MOST) {
              throw new RegexRefusedException("It repeats something more than 1000 times.");
            }
            most = Math.max(most, last);
          }
        }
        case '*', '+', '?' -> {}
        default -> last = 1;
      }
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }
}
