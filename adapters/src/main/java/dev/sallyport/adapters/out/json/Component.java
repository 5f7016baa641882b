package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sallyport.application.backend.Change;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a record says of one of its components.
record Component(RecordComponent declared) {
  String name() {
    return Names.of(declared.getAccessor());
  }

  String description() {
    return Optional.ofNullable(declared.getAccessor().getAnnotation(JsonPropertyDescription.class))
        .map(JsonPropertyDescription::value)
        .orElse("");
  }

  Method accessor() {
    Method accessor = declared.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  Presence presence() {
    AnnotatedType type = declared.getAnnotatedType();
    Class<?> raw = raw(type.getType());
    if (raw == Optional.class) {
      return Presence.OPTIONAL;
    }
    if (raw == Change.class) {
      return Presence.CHANGE;
    }
    return type.isAnnotationPresent(Nullable.class) ? Presence.NULLABLE : Presence.REQUIRED;
  }

  /// The type of the value itself, without what only says whether it is there.
  AnnotatedType type() {
    AnnotatedType type = declared.getAnnotatedType();
    return switch (presence()) {
      case REQUIRED, NULLABLE -> type;
      case OPTIONAL, CHANGE -> argument(type, 0);
    };
  }

  /// All bounds of the value, on whichever side of an `Optional` they stand.
  List<Annotation> bounds() {
    Stream<Annotation> outside = Arrays.stream(declared.getAccessor().getAnnotations());
    return Stream.of(
            outside.filter(Component::isBound),
            bounds(declared.getAnnotatedType()).stream(),
            bounds(type()).stream())
        .flatMap(it -> it)
        .distinct()
        .toList();
  }

  void refuseWhatIsNotHeeded() {
    for (Annotation other : declared.getAccessor().getAnnotations()) {
      if (other.annotationType().getName().startsWith("com.fasterxml.")
          && !(other instanceof JsonProperty || other instanceof JsonPropertyDescription)) {
        throw new IllegalArgumentException(
            "@%s is not heeded".formatted(other.annotationType().getSimpleName()));
      }
    }
  }

  IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException(
        "`%s.%s`: %s"
            .formatted(declared.getDeclaringRecord().getSimpleName(), declared.getName(), what));
  }

  static List<Annotation> bounds(AnnotatedType type) {
    return Arrays.stream(type.getAnnotations()).filter(Component::isBound).toList();
  }

  static AnnotatedType argument(AnnotatedType type, int at) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      return parameterized.getAnnotatedActualTypeArguments()[at];
    }
    throw new IllegalArgumentException("say what it holds");
  }

  static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> itself -> itself;
      case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
      default -> Object.class;
    };
  }

  private static boolean isBound(Annotation annotation) {
    Class<? extends Annotation> type = annotation.annotationType();
    return type.isAnnotationPresent(Constraint.class)
        || type.getName().startsWith("jakarta.validation.");
  }
}
