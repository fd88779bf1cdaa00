package org.nianbao.seed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nianbao.testing.Escapes;

class LabelTextTest {

  @ParameterizedTest
  @CsvFileSource(resources = "labels.tsv", delimiter = '\t', numLinesToSkip = 1)
  void shouldTellWhichLabelsAreTheSame(String kind, String one, String other, boolean same) {
    assertThat(key(kind, one).equals(key(kind, other))).isEqualTo(same);
  }

  private static String key(String kind, String text) {
    String unescaped = Escapes.read(text);
    return switch (kind) {
      case "label" -> LabelText.key(unescaped);
      case "town" -> LabelText.townKey(unescaped);
      case "header" -> LabelText.headerKey(unescaped);
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
