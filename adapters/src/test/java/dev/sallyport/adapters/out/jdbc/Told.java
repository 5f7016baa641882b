package dev.sallyport.adapters.out.jdbc;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An answer with all that is in it, also what its own text leaves out.
final class Told {
  private Told() {}

  static String of(Object answer) {
    return switch (answer) {
      case Record record -> record.getClass().getSimpleName() + components(record);
      case Optional<?> maybe -> all(maybe.stream());
      // what has no order is told in one
      case Map<?, ?> map ->
          all(
              map.entrySet().stream()
                  .map(it -> of(it.getKey()) + "=" + of(it.getValue()))
                  .sorted());
      case Set<?> set -> all(set.stream().map(Told::of).sorted());
      case Collection<?> list -> all(list.stream());
      default -> answer.toString();
    };
  }

  private static String all(Stream<?> answers) {
    return answers.map(Told::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String components(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(component -> component.getName() + "=" + of(value(record, component)))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Object value(Record record, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
