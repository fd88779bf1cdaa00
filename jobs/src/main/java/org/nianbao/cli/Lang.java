package org.nianbao.cli;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The languages of help. What a command prints of its work, and errors, have one language each. */
enum Lang {
  EN(Locale.ROOT),
  ZH(Locale.CHINESE);

  private final Locale locale;

  Lang(Locale locale) {
    this.locale = locale;
  }

  /**
   * The language of an environment: of NIANBAO_LANG, which the launcher sets, else by the rules of
   * POSIX for messages. Java's own locale is no guide: it is English where the system lacks the
   * Chinese one that the variables name.
   */
  static Lang of(Map<String, String> environment) {
    return Stream.of("NIANBAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("zh"))
        .map(value -> ZH)
        .orElse(EN);
  }

  /** The texts of all commands and options. */
  ResourceBundle texts() {
    return ResourceBundle.getBundle(
        "org.nianbao.cli.help",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** As people type it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a language as people type it. */
  static final class Named implements ITypeConverter<Lang> {
    @Override
    public Lang convert(String text) {
      return Stream.of(values())
          .filter(language -> language.toString().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no language of the help; write zh or en".formatted(text)));
    }
  }
}
