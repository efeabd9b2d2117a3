package io.github.ingressdesigner.suite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/api/v1/users, /api/v1/users",
    "/orders/17/items/4, /orders/{number}/items/{number}",
    "/o/8f0bcd2c-9a4e-4a4f-b2c2-1f6a2f3f9a10/, /o/{uuid}/",
    "/s/0a1b2c3d4e5f, /s/{hash}",
    "/s/feedface, /s/feedface",
    "/reset/eyJhbGciOiJIUzI1NiJ9, /reset/{token}",
    "//a//b, //a//b",
    "/1/2/3/4/5/6/7/8/9, /{number}/{number}/{number}/{number}/{number}/{number}/{number}/{number}/…"
  })
  void identifiersAreReplaced(String path, String template) {
    assertThat(PathTemplate.of(path)).isEqualTo(template);
  }
}
