package io.github.ingressdesigner.yaml;

/** What public files seldom hold, made from any text. */
enum Variant {
  NO_FINAL_NEWLINE(true) {
    @Override
    String of(String text) {
      return text.stripTrailing();
    }
  },
  FINAL_BLANK_LINES(true) {
    @Override
    String of(String text) {
      return text.stripTrailing() + "\n\n\n";
    }
  },
  TRAILING_BLANKS(true) {
    @Override
    String of(String text) {
      return text.replaceAll("(?m)^(\\s*[\\w.-]+:)$", "$1  ");
    }
  },
  TAB_BEFORE_COMMENT(true) {
    @Override
    String of(String text) {
      return text.replaceAll("(?m)^(\\s*kind: \\w+)$", "$1\t# tab before");
    }
  },
  NON_ASCII_COMMENTS(true) {
    @Override
    String of(String text) {
      return "# Ünïcödé – 入口 – 🚪\n" + text.replaceAll("(?m)^(  name: \\S*)$", "$1  # 名前🚪");
    }
  },
  DUPLICATE_KEY(false) {
    @Override
    String of(String text) {
      return text.replaceFirst("(?m)^(  name: )(.*)$", "$1$2\n$1again");
    }
  },
  TRUNCATED(false) {
    @Override
    String of(String text) {
      return text.substring(0, text.length() * 2 / 3);
    }
  };

  private final boolean harmless;

  Variant(boolean harmless) {
    this.harmless = harmless;
  }

  /** Whether the values stay, unless a change falls inside a block scalar. */
  boolean isHarmless() {
    return harmless;
  }

  abstract String of(String text);
}
