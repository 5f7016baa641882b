package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.backend.Change;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the shape of a record by walking its types once.
///
/// What has no schema is a mistake of whoever defined the record: it throws an
/// `IllegalArgumentException` that says where and what to do, and the start ends there.
final class Shapes {
  /// The records that are being walked, the innermost last.
  private final Set<Class<?>> within = new LinkedHashSet<>();

  private Shapes() {}

  static Fields ofRecord(Class<?> type) {
    if (!type.isRecord() || type.getTypeParameters().length > 0) {
      throw new IllegalArgumentException(
          "`%s`: what a tool takes or answers is a record without type parameters"
              .formatted(type.getSimpleName()));
    }
    return new Shapes().fields(type, Map.of());
  }

  private Fields fields(Class<?> type, Map<TypeVariable<?>, Shape> variables) {
    if (!within.add(type)) {
      throw new IllegalArgumentException(
          "`%s` holds itself: a schema has to end".formatted(type.getSimpleName()));
    }
    Map<String, Member> members = new LinkedHashMap<>();
    for (RecordComponent declared : type.getRecordComponents()) {
      var component = new Component(declared);
      Member member = named(component, variables);
      if (members.put(member.name(), member) != null) {
        throw component.mistake("another one is called `%s` too".formatted(member.name()));
      }
    }
    within.remove(type);
    return new Fields(type, constructor(type), List.copyOf(members.values()));
  }

  private Member named(Component component, Map<TypeVariable<?>, Shape> variables) {
    try {
      return member(component, variables);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      // what is deeper inside has named itself already
      throw message.startsWith("`") ? e : component.mistake(message);
    }
  }

  private Member member(Component component, Map<TypeVariable<?>, Shape> variables) {
    component.refuseWhatIsNotHeeded();
    return new Member(
        component.name(),
        component.presence(),
        shape(component.type(), component.bounds(), variables),
        component.description(),
        component.accessor());
  }

  private Shape shape(
      AnnotatedType annotated,
      Collection<Annotation> bounds,
      Map<TypeVariable<?>, Shape> variables) {
    if (annotated.getType() instanceof TypeVariable<?> variable && bounds.isEmpty()) {
      return Optional.ofNullable(variables.get(variable)).orElseThrow(() -> unknown(annotated));
    }
    Class<?> raw = Component.raw(annotated.getType());
    if (raw == List.class) {
      return new Items(bounded("array", bounds), inside(annotated, 0, variables));
    }
    if (raw == Map.class
        && Component.raw(Component.argument(annotated, 0).getType()) == String.class) {
      return new Entries(bounded("object", bounds), inside(annotated, 1, variables));
    }
    Optional<Scalar> scalar = Scalars.of(raw);
    if (scalar.isPresent()) {
      bounds.forEach(bound -> Constraints.add(bound, scalar.get().keywords()));
      return scalar.get();
    }
    if (!bounds.isEmpty()) {
      throw new IllegalArgumentException("bounds belong to the members of a record, not to it");
    }
    return raw.isRecord()
        ? fields(raw, arguments(annotated, raw, variables))
        : cases(raw, annotated);
  }

  private Shape inside(AnnotatedType container, int at, Map<TypeVariable<?>, Shape> variables) {
    AnnotatedType element = Component.argument(container, at);
    return shape(element, Component.bounds(element), variables);
  }

  private Shape cases(Class<?> type, AnnotatedType annotated) {
    if (!type.isSealed() || !type.isInterface() || type == Change.class) {
      throw unknown(annotated);
    }
    Map<String, Fields> records = new LinkedHashMap<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (!permitted.isRecord() || permitted.getTypeParameters().length > 0) {
        throw new IllegalArgumentException(
            "`%s` is sealed over what is no plain record".formatted(type.getSimpleName()));
      }
      Fields fields = fields(permitted, Map.of());
      if (fields.members().stream().anyMatch(member -> member.name().equals(Cases.TYPE))) {
        throw new IllegalArgumentException(
            "`%s.type`: `type` tells the case, call it something else"
                .formatted(permitted.getSimpleName()));
      }
      if (records.put(Names.of(permitted), fields) != null) {
        throw new IllegalArgumentException(
            "`%s` has two cases of one name".formatted(type.getSimpleName()));
      }
    }
    return new Cases(records);
  }

  private Map<TypeVariable<?>, Shape> arguments(
      AnnotatedType annotated, Class<?> raw, Map<TypeVariable<?>, Shape> variables) {
    Map<TypeVariable<?>, Shape> arguments = new HashMap<>();
    TypeVariable<?>[] parameters = raw.getTypeParameters();
    for (int at = 0; at < parameters.length; at++) {
      arguments.put(parameters[at], inside(annotated, at, variables));
    }
    return arguments;
  }

  private static ObjectNode bounded(String type, Collection<Annotation> bounds) {
    ObjectNode keywords = JsonNodeFactory.instance.objectNode().put("type", type);
    bounds.forEach(bound -> Constraints.add(bound, keywords));
    return keywords;
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has a canonical constructor", e);
    }
  }

  private static IllegalArgumentException unknown(AnnotatedType type) {
    return new IllegalArgumentException(
        "%s has no schema; take text, a number, a flag, an enum, Instant, LocalDate, ZoneId, URI, a record,"
                .formatted(type.getType().getTypeName())
            + " a sealed interface of records, a List or a Map from String of these, once in an"
            + " Optional or Change");
  }
}
