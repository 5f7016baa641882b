package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;

/// What things are called in JSON: as in Java, unless `@JsonProperty` says otherwise.
final class Names {
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

  /// Of a record of a sealed interface: its name, with a small letter first.
  static String of(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
