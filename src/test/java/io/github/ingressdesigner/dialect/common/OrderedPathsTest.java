package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Elements;
import io.github.ingressdesigner.dialect.common.PathTest.Every;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import io.github.ingressdesigner.dialect.common.PathTest.Start;
import io.github.ingressdesigner.dialect.common.PathTest.Whole;
import io.github.ingressdesigner.dialect.common.RegexFlavor.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderedPathsTest {
  /** The last letter has the low byte of an a. */
  private static final String[] PARTS = {
    "/\u0161",
    "/",
    "/a",
    "/b",
    "/api",
    "/API",
    "/users",
    "a",
    "/apiary",
    "/v1",
    "//",
    "/users/edit",
    ""
  };

  private static final String[] PATTERNS = {
    "^/api",
    "^/api(/|$)(.*)",
    "^/users/[0-9]+",
    "users/edit",
    "^/a|/b",
    "edit$",
    "^/v[12]",
    ".*",
    "^/(api|b)/users",
    "/[a-z]+/v1",
    "ary",
    "^/API/.*",
    "v1",
    "[ab]$",
    "^/(a|v1)/(api|users)",
    "(v1|users/edit)/?",
    "^/[abv]",
    "^/api|^/a(/|$)",
    "^/",
    "^/api/users/edit$"
  };

  /** What the index must find, said in the shortest way. */
  private static List<Entry<Integer>> slow(
      List<Entry<Integer>> entries, String path, Predicate<? super Integer> accepts) {
    List<Entry<Integer>> all =
        entries.stream()
            .sorted(Comparator.comparingInt(Entry::rank))
            .filter(e -> e.test().takes(path) && accepts.test(e.route()))
            .toList();
    return all.stream().filter(e -> e.rank() == all.getFirst().rank()).toList();
  }

  @Test
  void theIndexFindsWhatALoopFinds() {
    Random random = new Random(3);
    int found = 0;
    for (int round = 0; round < 3000; round++) {
      int size = random.nextInt(2) == 0 ? random.nextInt(33) : 33 + random.nextInt(40);
      boolean plain = random.nextBoolean();
      OrderedPaths.Builder<Integer> builder = OrderedPaths.builder();
      List<Entry<Integer>> entries = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Entry<Integer> entry = new Entry<>(random.nextInt(20) - 5, test(random, plain), i);
        entries.add(entry);
        builder.add(entry.rank(), entry.test(), entry.route());
      }
      OrderedPaths<Integer> paths = builder.build();
      int refused = random.nextInt(3) + 1;
      for (int n = 0; n < 20; n++) {
        String path = path(random);
        Predicate<Integer> accepts = n % 2 == 0 ? route -> true : route -> route % 3 != refused;
        List<Entry<Integer>> wanted = slow(entries, path, accepts);
        found += wanted.isEmpty() ? 0 : 1;
        assertThat(paths.firsts(path, accepts)).as(path).isEqualTo(wanted);
        @Nullable Entry<Integer> first = paths.first(path, accepts);
        assertThat(first).isEqualTo(wanted.isEmpty() ? null : wanted.getFirst());
        assertThat(paths.firstRoute(path, accepts)).isEqualTo(first == null ? null : first.route());
        assertThat(paths.best(path, accepts, (one, other) -> other))
            .isEqualTo(wanted.isEmpty() ? null : wanted.getLast().route());
        assertThat(paths.best(path, accepts, (one, other) -> one))
            .isEqualTo(first == null ? null : first.route());
      }
    }
    assertThat(found).isGreaterThan(20_000);
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder("/");
    path.setLength(random.nextInt(8) == 0 ? 1 : 0);
    for (int n = random.nextInt(4); n >= 0; n--) {
      path.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return path.toString();
  }

  private static PathTest test(Random random, boolean plain) {
    return switch (random.nextInt(plain ? 7 : 10)) {
      case 0, 1 -> new Whole(path(random));
      case 2, 3 -> new Elements(path(random));
      case 4, 5 -> new Start(path(random));
      case 6 -> random.nextInt(4) == 0 ? new Every() : new Elements(path(random));
      default -> new Expression(regex(random), random.nextBoolean());
    };
  }

  private static RouteRegex regex(Random random) {
    String pattern = PATTERNS[random.nextInt(PATTERNS.length)];
    RegexFlavor flavor = RegexFlavor.values()[random.nextInt(3)];
    Result result = flavor.compile(pattern, random.nextInt(3) == 0);
    return ((Result.Compiled) result).regex();
  }

  @Test
  void placesAreFoundOneAfterTheOther() {
    OrderedPaths.Builder<String> builder = OrderedPaths.builder();
    for (int i = 0; i < 20; i++) {
      builder.add(i / 7, i % 2 == 0 ? new Elements("/a") : new Whole("/b"), "r" + i);
    }
    OrderedPaths<String> paths = builder.build();
    assertThat(paths.find("/a/x", 0, r -> true)).isZero();
    assertThat(paths.find("/a/x", 1, r -> true)).isEqualTo(2);
    assertThat(paths.find("/b", 18, r -> true)).isEqualTo(19);
    assertThat(paths.find("/a", 19, r -> true)).isEqualTo(OrderedPaths.NONE);
    assertThat(paths.firsts("/b", r -> true))
        .extracting(Entry::route)
        .containsExactly("r1", "r3", "r5");
  }
}
