package io.github.ingressdesigner.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expectations are answers of kubectl 1.33.1 (label --local -o json). */
class KubeScalarsTest {
  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"})
  void wordsOfYaml11AreTrue(String text) {
    assertThat(KubeScalars.plain(text)).isEqualTo(new KubeValue.Bool(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "FALSE"})
  void wordsOfYaml11AreFalse(String text) {
    assertThat(KubeScalars.plain(text)).isEqualTo(new KubeValue.Bool(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothingAndNullAreNull(String text) {
    assertThat(KubeScalars.plain(text)).isEqualTo(new KubeValue.Null());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yEs",
        "oFF",
        "tRue",
        "nULL",
        "1:30",
        "12:30:45",
        "2024-01-01",
        "2024-01-01T10:00:00Z",
        "1.2.3",
        "0x",
        "0b",
        "0b12",
        "1-2",
        "_1",
        "+",
        "1e",
        ".e5",
        "1e999",
        ".5e999",
        "=",
        "<<",
        "\u0663",
        "0xG1",
        "-.",
        "/api",
        "0o",
        "0o8",
        "--1",
        "+-1",
        "."
      })
  void whatIsNothingElseIsText(String text) {
    assertThat(KubeScalars.plain(text)).isEqualTo(new KubeValue.Text(text));
  }

  @ParameterizedTest
  @CsvSource({
    "017, 15",
    "0o17, 15",
    "0O17, 15",
    "0x1F, 31",
    "0X1F, 31",
    "-0x1F, -31",
    "+0x1F, 31",
    "0x_1F, 31",
    "0b11, 3",
    "-0b11, -3",
    "1_000, 1000",
    "1__0, 10",
    "1_, 1",
    "0_, 0",
    "00, 0",
    "-0, 0",
    "+5, 5",
    "9223372036854775807, 9223372036854775807",
    "18446744073709551615, 18446744073709551615",
    "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
  })
  void wholeNumbers(String text, String value) {
    assertThat(KubeScalars.plain(text))
        .isEqualTo(new KubeValue.Whole(new java.math.BigInteger(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "018, 18",
    "08.5, 8.5",
    ".5, 0.5",
    ".5_0, 0.5",
    "-.5, -0.5",
    "+.5, 0.5",
    "1., 1",
    "0., 0",
    "1.e3, 1000",
    "1.5e3, 1500",
    "1e3, 1000",
    "1E+3, 1000",
    "1_0.5, 10.5",
    "80.0, 80",
    "18446744073709551616, 18446744073709551616",
    "-9223372036854775809, -9223372036854775808",
  })
  void decimalNumbers(String text, BigDecimal value) {
    assertThat(KubeScalars.plain(text)).isEqualTo(new KubeValue.Decimal(value.doubleValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.inf", "+.Inf", ".NaN", ".nan"})
  void jsonHasNoInfinity(String text) {
    assertThat(KubeScalars.plain(text)).isInstanceOf(KubeValue.Refused.class);
  }

  @Test
  void quotedTextStaysText() {
    assertThat(KubeScalars.of(scalar(Style.DOUBLE_QUOTED, "", "yes")))
        .isEqualTo(new KubeValue.Text("yes"));
  }

  @ParameterizedTest
  @CsvSource({
    "!!str, 12",
    "!!str, yes",
    "!!str, ''",
    "!foo, 12",
    "!, 12",
    "!<tag:yaml.org;2002:str>, 12",
    "!!timestamp, 2024-01-01",
  })
  void tagsThatMakeText(String tag, String text) {
    assertThat(KubeScalars.of(scalar(Style.PLAIN, tag.replace(';', ','), text)))
        .isEqualTo(new KubeValue.Text(text));
  }

  @Test
  void tagOfANumberReadsQuotedText() {
    assertThat(KubeScalars.of(scalar(Style.DOUBLE_QUOTED, "!!int", "80")))
        .isEqualTo(new KubeValue.Whole(java.math.BigInteger.valueOf(80)));
  }

  @Test
  void tagOfAFloatTakesWholeNumbers() {
    assertThat(KubeScalars.of(scalar(Style.PLAIN, "!!float", "5")))
        .isEqualTo(new KubeValue.Decimal(5));
  }

  @Test
  void tagOfABooleanReadsTheWordsOfYaml11() {
    assertThat(KubeScalars.of(scalar(Style.DOUBLE_QUOTED, "!!bool", "yes")))
        .isEqualTo(new KubeValue.Bool(true));
  }

  @Test
  void binaryIsDecoded() {
    assertThat(KubeScalars.of(scalar(Style.PLAIN, "!!binary", "aGVsbG8=")))
        .isEqualTo(new KubeValue.Text("hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "!!int, abc",
    "!!int, 5.0",
    "!!bool, abc",
    "!!null, abc",
    "!!timestamp, abc",
    "!!binary, ###"
  })
  void tagsThatDoNotFitAreRefused(String tag, String text) {
    assertThat(KubeScalars.of(scalar(Style.PLAIN, tag, text)))
        .isInstanceOf(KubeValue.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 80",
    "true, true",
    "yes, true",
    "off, false",
    "0x10, 16",
    "1.5, 1.5",
    "1e3, 1000",
    "1e30, 1e+30",
    "0.1, 0.1",
    "123456789.0, 1.2345679e+08",
    "0.30000001, 0.3",
    "0.00001, 1e-05",
    "-.inf, -.inf",
    ".nan, .nan",
    "2024-01-01, 2024-01-01",
    "host, host",
  })
  void keysBecomeText(String key, String text) {
    assertThat(KubeScalars.key(scalar(Style.PLAIN, "", key))).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "", "null", "18446744073709551615"})
  void someKeysAreRefused(String key) {
    assertThat(KubeScalars.key(scalar(Style.PLAIN, "", key))).isEmpty();
  }

  @Test
  void collectionsAreNoKeys() {
    assertThat(
            KubeScalars.key(
                new YamlNode.Sequence(2, 0, Optional.empty(), Optional.empty(), true, List.of())))
        .isEmpty();
  }

  @Test
  void quotedMergeKeyIsOrdinary() {
    assertThat(KubeScalars.isMerge(scalar(Style.DOUBLE_QUOTED, "", "<<"))).isFalse();
  }

  @Test
  void taggedMergeKeyMerges() {
    assertThat(KubeScalars.isMerge(scalar(Style.PLAIN, "!!merge", "<<"))).isTrue();
  }

  private static Scalar scalar(Style style, String tag, String value) {
    return new Scalar(
        value.length(),
        0,
        Optional.empty(),
        Optional.of(tag).filter(t -> !t.isEmpty()),
        style,
        value);
  }
}
