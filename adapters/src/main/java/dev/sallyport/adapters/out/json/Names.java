package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What things are called in JSON: as in Java, unless `@JsonProperty` says otherwise.
final class Names {
  private static final Pattern CAPITAL = Pattern.compile("(?<!^)\\p{Lu}");

  private Names() {}

  static String of(Method accessor) {
    return Optional.ofNullable(accessor.getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(accessor.getName());
  }

  /// In lower case.
  static String of(Enum<?> constant) {
    try {
      return Optional.ofNullable(
              constant
                  .getDeclaringClass()
                  .getField(constant.name())
                  .getAnnotation(JsonProperty.class))
          .map(JsonProperty::value)
          .orElse(constant.name().toLowerCase(Locale.ROOT));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum has a field for each constant", e);
    }
  }

  /// Of a record of a sealed interface: its name in lower case, with its words parted as those of
  /// an enum's constants are.
  static String of(Class<?> type) {
    return CAPITAL.matcher(type.getSimpleName()).replaceAll("_$0").toLowerCase(Locale.ROOT);
  }
}
